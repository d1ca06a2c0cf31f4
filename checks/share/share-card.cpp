#include <algorithm>
#include <map>

#include "checks/check.h"
#include "checks/titles.h"
#include "checks/unseen.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check share_card;

namespace {

constexpr const char* required[] = {"og:title", "og:type", "og:image", "og:url"};  // ogp.me

bool is_shown(const std::string& name) {
  const auto is_name = [&](const char* one) { return name == one; };
  return std::any_of(std::begin(required), std::end(required), is_name) ||
         name == "og:description" || name == "og:site_name";
}

// The Open Graph properties that a preview shows, as written in a page's source.
struct Card {
  std::map<std::string, std::string> values;  // first non-empty one of each
  std::map<std::string, std::string> paths;
  bool by_name = false;  // one of them stands in name= instead of property=

  std::string value(const std::string& name) const {
    const auto found = values.find(name);
    return found == values.end() ? std::string() : found->second;
  }
  int of_required() const {
    return static_cast<int>(std::count_if(std::begin(required), std::end(required),
                                          [&](const char* name) { return values.count(name); }));
  }
};

Card card_of(const Page& page) {
  Card card;
  if (!page.document()) return card;
  for (const Element& meta : page.document()->find("//meta[@content]")) {
    std::string name = fold(meta.attribute("property").value_or(""));
    const bool by_name = !name.starts_with("og:");
    if (by_name) name = fold(meta.attribute("name").value_or(""));
    const std::string value = collapse_spaces(*meta.attribute("content"));
    if (name == "og:image:url" || name == "og:image:secure_url") name = "og:image";
    if (!is_shown(name) || value.empty() || card.values.count(name) > 0) continue;
    card.paths.emplace(name, meta.path());
    card.values.emplace(name, value);
    card.by_name = card.by_name || by_name;
  }
  return card;
}

Evidence seen(const Page& page, const Card& card, const std::string& name) {
  const auto path = card.paths.find(name);
  return {page.url().href(),
          path == card.paths.end() ? "//meta[@property='" + name + "']" : path->second,
          shorten(card.value(name), 200)};
}

void say_tags(Facts& facts, const Site& site, const Page& home, const Card& card) {
  std::vector<Evidence> evidence;
  for (const char* name : required) evidence.push_back(seen(home, card, name));
  facts.say("tags", card.of_required(), evidence);
  facts.say("by_name", card.by_name, evidence);
  const std::string address = card.value("og:url"), image = card.value("og:image");
  const auto url = home.base().resolve(address);
  facts.say("foreign_url", !address.empty() && url && !site.is_own(*url),
            {seen(home, card, "og:url")});
  facts.say("relative_image", !image.empty() && !Url::parse(image), {seen(home, card, "og:image")});
  facts.say("site_name", !card.value("og:site_name").empty(), {seen(home, card, "og:site_name")});
}

// What a chat shows below the title: og:description, else what readers fall back on.
void say_text(Facts& facts, const Page& home, const Card& card) {
  std::string text = card.value("og:description");
  Evidence evidence = seen(home, card, "og:description");
  for (const char* fallback : {"twitter:description", "description"}) {
    if (!text.empty()) break;
    text = collapse_spaces(home.meta(fallback).value_or(""));
    evidence = {home.url().href(), "//meta[@name='" + std::string(fallback) + "']",
                shorten(text, 200)};
  }
  if (text.empty()) {
    facts.absent("text_length", {seen(home, card, "og:description")});
    facts.say("placeholder", false);
  } else {
    facts.say("text_length", static_cast<int>(grapheme_count(text, true)), {evidence});
    facts.say("placeholder", is_placeholder(text), {evidence});
  }
}

// The share of the sample with all four, and of its content pages with a card title of their own.
void say_sample(Facts& facts, const Site& site, const Card& home_card) {
  std::map<std::string, int> titles;
  std::size_t pages = 0, complete = 0, any = 0, content = 0, own = 0;
  std::vector<Evidence> lacking;
  for (const Page* page : site.sample()) ++titles[card_of(*page).value("og:title")];
  for (const Page* page : site.sample()) {
    const Card card = card_of(*page);
    ++pages;
    any += card.values.empty() ? 0 : 1;
    if (card.of_required() == 4) {
      ++complete;
    } else {
      lacking.push_back(
          {page->url().href(), "/html/head", std::to_string(card.of_required()) + " of 4"});
    }
    if (page == site.home()) continue;
    ++content;
    const std::string title = card.value("og:title");
    own += !title.empty() && titles[title] == 1 ? 1 : 0;
  }
  const auto percent = [](std::size_t part, std::size_t whole) {
    return static_cast<int>((100 * part + whole / 2) / whole);
  };
  facts.say("present", any > 0 || !home_card.values.empty());
  facts.not_applicable("own_titles");
  if (pages > 0) {
    facts.say("complete", percent(complete, pages), std::move(lacking));
  } else {
    facts.unknown("complete", Reason::insufficient_evidence);
  }
  if (content > 0) facts.say("own_titles", percent(own, content));
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(share_card, *why);
  const Page& home = *site.home();
  const Card card = card_of(home);
  const auto hidden = absence_unproven_because(home);
  if (card.values.empty() && hidden) return all_unknown(share_card, *hidden);
  Facts facts;
  say_tags(facts, site, home, card);
  say_text(facts, home, card);
  say_sample(facts, site, card);
  return facts;
}

}  // namespace

const Check share_card{
    "share-card",
    {{"present", "", "a page of the sample has Open Graph tags"},
     {"tags", "", "of title, type, image and url, those that the home page has"},
     {"by_name", "", "tags stand in name= instead of property="},
     {"foreign_url", "", "og:url of the home page names another company's host"},
     {"relative_image", "", "og:image of the home page is no absolute address"},
     {"complete", "%", "pages of the sample with all four"},
     {"text_length", "characters", "the text of the home page's card; wide characters count twice"},
     {"placeholder", "", "that text is one that somebody forgot to replace"},
     {"site_name", "", "og:site_name is there"},
     {"own_titles", "%", "further pages of the sample with a card title of their own"}},
    measure};

}  // namespace touchstone::checks
