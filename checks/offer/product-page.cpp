#include <algorithm>
#include <set>

#include "checks/check.h"
#include "checks/company_kind.h"
#include "checks/content_text.h"
#include "checks/money.h"
#include "checks/product_pages.h"
#include "checks/structured_data.h"
#include "checks/unseen.h"
#include "site/page_places.h"
#include "site/text.h"
#include "site/vocabulary.h"

namespace touchstone::checks {

extern const Check product_page;

namespace {

struct Shown {
  int characters = 0, pictures = 0;
  bool price = false, action = false, trust = false;
  Evidence evidence;
};

int characters(std::string_view text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

// Different pictures of the content; marks of a few pixels are none.
int pictures_of(const Page& page) {
  constexpr std::size_t most = 200;
  std::set<std::string> sources;
  each_element(*page.document(), [&](const Element& element, const Place& place) {
    if (element.name() != "img" || place.region != Region::main || sources.size() == most) return;
    for (const char* side : {"width", "height"}) {
      const std::string size = element.attribute(side).value_or("");
      if (!size.empty() && size.size() <= 2 && size < "50") return;
    }
    std::string source = element.attribute("data-src").value_or("");
    if (source.empty()) source = element.attribute("src").value_or("");
    if (!source.empty()) sources.insert(source.substr(0, 500));
  });
  return static_cast<int>(sources.size());
}

Shown shown_on(const ProductPage& product) {
  const Page& page = *product.page;
  Shown shown;
  const std::string text = content_text(page);
  const auto things = structured_data_of(page).things;
  const auto any = [&](auto&& wanted) { return std::any_of(things.begin(), things.end(), wanted); };
  shown.characters = characters(text);
  shown.pictures = pictures_of(page);
  shown.price = !amounts_in(text, 1).empty() ||
                any([](const Thing& thing) { return thing.is_a("Offer") && thing.has("price"); });
  shown.action = !product.controls.order.empty() || !product.controls.ask.empty();
  shown.trust =
      any([](const Thing& thing) { return thing.is_a("AggregateRating") || thing.is_a("Review"); });
  const std::string folded = fold(text, page.language() == "tr");
  for (const char* name : {"reviews", "guarantee", "delivery", "returns"}) {
    shown.trust = shown.trust || match_folded(folded, name, page.language()) != Match::none;
  }
  shown.evidence = {page.url().href(), "", shorten(page.title(), 100)};
  return shown;
}

// The share of pages of which something holds, with those of which it does not.
template <typename Wanted>
void say_share(Facts& facts, std::string_view name, const std::vector<Shown>& pages,
               Wanted wanted) {
  std::size_t number = 0;
  std::vector<Evidence> others;
  for (const Shown& page : pages) {
    if (wanted(page)) {
      ++number;
    } else {
      others.push_back(page.evidence);
    }
  }
  const auto share = (100 * number + pages.size() / 2) / pages.size();
  facts.say(name, share, others).signals = pages.size() >= 2 ? 2 : 1;
}

void say_pages(Facts& facts, const std::vector<Shown>& pages) {
  say_share(facts, "short_text", pages, [](const Shown& one) { return one.characters < 150; });
  say_share(facts, "long_text", pages, [](const Shown& one) { return one.characters >= 500; });
  say_share(facts, "without_picture", pages, [](const Shown& one) { return one.pictures == 0; });
  say_share(facts, "three_pictures", pages, [](const Shown& one) { return one.pictures >= 3; });
  say_share(facts, "priced", pages, [](const Shown& one) { return one.price; });
  say_share(facts, "actionable", pages, [](const Shown& one) { return one.action; });
  say_share(facts, "trusted", pages, [](const Shown& one) { return one.trust; });
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(product_page, *why);
  const ProductPages found = product_pages(site);
  Facts facts;
  if (found.pages.empty() && is_eatery(site)) return all_not_applicable(product_page);
  if (found.pages.empty()) {
    if (found.unproven) return all_unknown(product_page, *found.unproven);
    facts = all_not_applicable(product_page);
    facts.say("present", false);
    return facts;
  }
  std::vector<Shown> pages;
  std::optional<Reason> hidden;
  for (const ProductPage& product : found.pages) {
    if (const auto why = absence_unproven_because(*product.page)) {
      hidden = why;
    } else {
      pages.push_back(shown_on(product));
    }
  }
  if (pages.empty()) {
    facts = all_unknown(product_page, *hidden);
  } else {
    say_pages(facts, pages);
  }
  facts.say("present", true, {{found.pages.front().page->url().href(), "", ""}});
  return facts;
}

}  // namespace

const Check product_page{
    "product-page",
    {{"present", "", "there are pages of one product or service"},
     {"short_text", "%", "of them with less than 150 characters of text"},
     {"long_text", "%", "of them with 500 characters or more"},
     {"without_picture", "%", "of them without a picture"},
     {"three_pictures", "%", "of them with three pictures or more"},
     {"priced", "%", "of them with a price"},
     {"actionable", "%", "of them with a button to order or ask"},
     {"trusted", "%", "of them that tell of reviews, guarantee, delivery or returns"}},
    measure};

}  // namespace touchstone::checks
