#include <map>

#include "checks/brand.h"
#include "checks/check.h"
#include "checks/titles.h"
#include "checks/unseen.h"
#include "site/deep_summary.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check page_title;

namespace {

Evidence seen(const Page& page, std::string_view excerpt) {
  const auto title = page.document() ? page.document()->first("//title") : std::nullopt;
  return {page.url().href(), title ? title->path() : "/html/head", shorten(excerpt, 200)};
}

// The title that a customer sees: a script may still put one in the place of an empty or generic
// one, and then what links show of the page says it.
struct HomeTitle {
  std::string text;
  std::optional<Reason> unknown_because;
};

HomeTitle home_title(const Page& home) {
  const auto hidden = absence_unproven_because(home);
  if (!hidden || !is_generic_title(home.title())) return {home.title(), std::nullopt};
  if (const auto shared = home.meta("og:title"); shared && !is_generic_title(*shared)) {
    return {collapse_spaces(*shared), std::nullopt};
  }
  return {{}, hidden};
}

bool is_domain(const std::string& title, const Site& site) {
  std::string host = fold(site.home_url().host_unicode()), text = fold(title);
  if (host.starts_with("www.")) host.erase(0, 4);
  if (text.starts_with("www.")) text.erase(0, 4);
  return collapse_spaces(text) == host;
}

const char* kind_of(const std::string& title, const Site& site) {
  if (collapse_spaces(title).empty()) return "none";
  if (meaningful_words(title).empty()) return "generic";
  return is_domain(title, site) ? "domain" : "own";
}

void say_home(Facts& facts, const Site& site, const Page& home, const HomeTitle& title) {
  if (title.unknown_because) {
    for (const char* name : {"kind", "title", "meaningful_words", "length", "brand", "benefit"}) {
      facts.unknown(name, *title.unknown_because);
    }
    return;
  }
  const std::vector<Evidence> evidence{seen(home, title.text)};
  const TitleWords beside = words_beside_brand(title.text, brand_names(site));
  facts.say("kind", kind_of(title.text, site), evidence);
  facts.say("title", shorten(title.text, 200), evidence);
  facts.say("meaningful_words", static_cast<int>(meaningful_words(title.text).size()), evidence);
  facts.say("length", static_cast<int>(grapheme_count(title.text, true)), evidence);
  facts.say("brand", beside.branded, evidence);
  facts.say("benefit", !beside.others.empty(), evidence);
}

// How many pages of the sample do not have a title of their own, in percent: it is another page's
// too, or there is none.
void say_sharing(Facts& facts, const Site& site) {
  std::map<std::string, std::vector<const Page*>> by_title;
  std::size_t pages = 0, shared = 0;
  std::optional<Reason> hidden;
  for (const Page* page : site.sample()) {
    if (const auto why = absence_unproven_because(*page)) hidden = why;
    by_title[page->title()].push_back(page);
    ++pages;
  }
  std::vector<Evidence> evidence;
  for (const auto& [title, same] : by_title) {
    if (same.size() < 2 && !title.empty()) continue;
    shared += same.size();
    for (const Page* page : same) evidence.push_back(seen(*page, title));
  }
  if (pages < 2) {
    facts.not_applicable("sharing");
  } else if (hidden && shared > 0) {
    facts.unknown("sharing", *hidden);
  } else {
    facts.say("sharing", static_cast<int>((100 * shared + pages / 2) / pages), evidence);
  }
}

// The same of every page that a deep crawl read.
void say_deep_sharing(Facts& facts, const DeepSummary& deep) {
  const std::int64_t pages = deep.titled + deep.untitled;
  std::int64_t shared = deep.pages_with_repeated_title;
  std::vector<Evidence> evidence;
  for (const DeepSummary::Repeated& repeated : deep.repeated_titles) {
    for (const std::string& url : repeated.examples) {
      evidence.push_back({url, "//title", shorten(repeated.text, 200)});
    }
  }
  for (const std::string& url : deep.untitled_pages) evidence.push_back({url, "//title", ""});
  shared = std::min(shared + deep.untitled, pages);
  facts.say("sharing", (100 * shared + pages / 2) / pages, std::move(evidence));
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(page_title, *why);
  const HomeTitle title = home_title(*site.home());
  Facts facts;
  say_home(facts, site, *site.home(), title);
  const auto& deep = site.recording().deep;
  // What a script writes into a page the crawl did not see.
  if (deep && deep->titled + deep->untitled > 1 && !absence_unproven_because(*site.home())) {
    say_deep_sharing(facts, *deep);
  } else {
    say_sharing(facts, site);
  }
  bool present = !title.text.empty();
  for (const Page* page : site.sample()) present = present || !page->title().empty();
  if (!present && title.unknown_because) {
    facts.unknown("present", *title.unknown_because);
  } else {
    facts.say("present", present);
  }
  return facts;
}

}  // namespace

const Check page_title{
    "page-title",
    {{"present", "", "a page of the sample has a title"},
     {"kind", "", "what the home page's title is: none, generic, domain, own"},
     {"title", "", "the home page's title"},
     {"meaningful_words", "", "words of it without the parts that say nothing"},
     {"length", "characters", "its length; East Asian wide characters count twice"},
     {"sharing", "%", "pages of the sample, or of a deep crawl, without a title of their own"},
     {"brand", "", "the company's name is in the home page's title"},
     {"benefit", "", "the home page's title says more than a name"}},
    measure};

}  // namespace touchstone::checks
