#include <algorithm>
#include <map>

#include "checks/check.h"
#include "checks/titles.h"
#include "checks/unseen.h"
#include "site/deep_summary.h"
#include "site/text.h"
#include "site/vocabulary.h"

namespace touchstone::checks {

extern const Check meta_snippet;

namespace {

constexpr const char* place = "//meta[@name='description']/@content";

std::string description_of(const Page& page) {
  return collapse_spaces(page.meta("description").value_or(""));
}

Evidence seen(const Page& page, std::string_view text) {
  return {page.url().href(), place, shorten(text, 200)};
}

// A figure, a price or a phone number has digits; a call to action has its verbs.
bool is_concrete(const std::string& text, const std::string& language) {
  const std::string folded = fold(text);
  if (std::any_of(folded.begin(), folded.end(), [](char c) { return c >= '0' && c <= '9'; })) {
    return true;
  }
  for (const std::string& list : {language, std::string("en")}) {
    if (list.empty()) continue;
    for (const std::string& phrase : word_list("actions", list)) {
      if (contains_phrase(folded, phrase)) return true;
    }
  }
  return false;
}

// Robots rules that forbid any snippet, from the meta elements and the header (Google, "Robots meta
// tag specifications"). Empty: none.
std::string snippet_ban(std::string_view rules) {
  std::string dense;
  for (const char c : fold(rules)) {
    if (c != ' ') dense += c;
  }
  for (const char* ban : {"nosnippet", "max-snippet:0"}) {
    const std::size_t at = dense.find(ban), end = at + std::string_view(ban).size();
    if (at == std::string::npos) continue;
    if (end == dense.size() || dense[end] == ',') return ban;
  }
  return {};
}

void say_allowed(Facts& facts, const Page& home) {
  for (const char* name : {"robots", "googlebot"}) {
    const std::string rules = home.meta(name).value_or("");
    if (snippet_ban(rules).empty()) continue;
    const std::string at = "//meta[@name='" + std::string(name) + "']/@content";
    facts.say("allowed", false, {{home.url().href(), at, shorten(rules, 200)}});
    return;
  }
  for (const std::string_view rules : home.fetch().headers().all("x-robots-tag")) {
    if (snippet_ban(rules).empty()) continue;
    facts.say("allowed", false, {{home.url().href(), "x-robots-tag", shorten(rules, 200)}});
    return;
  }
  facts.say("allowed", true);
}

void say_home(Facts& facts, const Page& home) {
  const std::string text = description_of(home);
  if (text.empty()) {
    const auto hidden = absence_unproven_because(home);
    for (const char* name : {"description", "length", "placeholder", "concrete"}) {
      if (hidden) {
        facts.unknown(name, *hidden);
      } else {
        facts.absent(name, {seen(home, "")});
      }
    }
    return;
  }
  const std::vector<Evidence> evidence{seen(home, text)};
  facts.say("description", shorten(text, 200), evidence);
  facts.say("length", static_cast<int>(grapheme_count(text, true)), evidence);
  facts.say("placeholder", is_placeholder(text), evidence);
  facts.say("concrete", is_concrete(text, home.language()), evidence);
}

void say_sample(Facts& facts, const Site& site) {
  std::map<std::string, std::vector<const Page*>> by_text;
  std::size_t pages = 0;
  std::optional<Reason> hidden;
  for (const Page* page : site.sample()) {
    std::string text = description_of(*page);
    if (text.empty() && !hidden) hidden = absence_unproven_because(*page);
    by_text[std::move(text)].push_back(page);
    ++pages;
  }
  std::size_t own = 0, most = 0;
  std::vector<Evidence> repeated;
  for (const auto& [text, same] : by_text) {
    if (text.empty()) continue;
    if (same.size() == 1) ++own;
    most = std::max(most, same.size());
    if (same.size() < 2) continue;
    for (const Page* page : same) repeated.push_back(seen(*page, text));
  }
  const bool any = most > 0;
  if (!any && hidden) {
    facts.unknown("present", *hidden);
  } else {
    facts.say("present", any);
  }
  for (const char* name : {"pages", "repeated", "own"}) facts.not_applicable(name);
  if (pages < 2) return;
  const auto percent = [&](std::size_t count) {
    return static_cast<int>((100 * count + pages / 2) / pages);
  };
  facts.say("pages", static_cast<int>(pages));
  facts.say("repeated", most < 2 ? 0 : percent(most), repeated);
  if (hidden) {
    facts.unknown("own", *hidden);
  } else {
    facts.say("own", percent(own), std::move(repeated));
  }
}

// The same of every page that a deep crawl read.
void say_deep(Facts& facts, const DeepSummary& deep) {
  const std::int64_t pages = deep.described + deep.undescribed;
  const auto percent = [&](std::int64_t count) {
    return (100 * std::clamp<std::int64_t>(count, 0, pages) + pages / 2) / pages;
  };
  std::vector<Evidence> repeated;
  std::int64_t most = 0;
  for (const DeepSummary::Repeated& text : deep.repeated_descriptions) {
    most = std::max(most, text.pages);
    for (const std::string& url : text.examples) {
      repeated.push_back({url, place, shorten(text.text, 200)});
    }
  }
  facts.say("present", deep.described > 0);
  facts.say("pages", pages);
  facts.say("repeated", percent(most), repeated);
  facts.say("own", percent(deep.described - deep.pages_with_repeated_description),
            std::move(repeated));
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(meta_snippet, *why);
  Facts facts;
  say_home(facts, *site.home());
  const auto& deep = site.recording().deep;
  // What a script writes into a page the crawl did not see.
  if (deep && deep->described + deep->undescribed > 1 && !absence_unproven_because(*site.home())) {
    say_deep(facts, *deep);
  } else {
    say_sample(facts, site);
  }
  say_allowed(facts, *site.home());
  return facts;
}

}  // namespace

const Check meta_snippet{
    "meta-snippet",
    {{"present", "", "a page of the sample has a description"},
     {"description", "", "the home page's description"},
     {"length", "characters", "its length; East Asian wide characters count twice"},
     {"placeholder", "", "it is text that somebody forgot to replace"},
     {"concrete", "", "it has a figure, price, phone number or call to action"},
     {"pages", "", "pages of the sample, or of a deep crawl"},
     {"repeated", "%", "of these pages, those that share the commonest description"},
     {"own", "%", "of these pages, those with a description of their own"},
     {"allowed", "", "the home page lets search engines show a snippet"}},
    measure};

}  // namespace touchstone::checks
