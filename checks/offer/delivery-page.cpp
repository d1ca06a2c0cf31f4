#include <algorithm>

#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/content_text.h"
#include "checks/controls.h"
#include "checks/durations.h"
#include "checks/money.h"
#include "checks/phrase_groups.h"
#include "checks/product_pages.h"
#include "site/phrase_list.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check delivery_page;

namespace {

// Cost and time by numbers; a delivery that costs nothing has its cost said.
void say_cost_and_time(Facts& facts, const ClassPage& found, const std::string& text) {
  const auto quoted = [&](std::size_t begin, std::size_t end) {
    return std::vector<Evidence>{
        {found.page->url().href(), "", shorten(text.substr(begin, end - begin), 100)}};
  };
  const auto amounts = amounts_in(text, 1);
  const bool free = has_listed_phrase(fold(text), "checks/data/free-words.txt");
  say_shown(
      facts, "cost", !amounts.empty() || free, *found.page,
      amounts.empty() ? std::vector{found.evidence()} : quoted(amounts[0].begin, amounts[0].end))
      .signals = 2;  // neither an amount nor a word
  const auto times = durations_in(text, 1);
  say_shown(facts, "time", !times.empty(), *found.page,
            times.empty() ? std::vector{found.evidence()} : quoted(times[0].begin, times[0].end));
}

// A carrier's "Shipping" among its services is what it sells.
bool is_a_service(const Site& site, const ClassPage& found) {
  if (!found.page || found.section || !stands_below_catalogue(*found.page)) return false;
  const std::string text = content_text(found);
  if (!amounts_in(text, 1).empty() || !durations_in(text, 1).empty()) return false;
  const auto& pages = site.pages();
  return std::none_of(pages.begin(), pages.end(),
                      [](const Page* page) { return controls_of(*page).cart_buttons > 0; });
}

Facts measure(const Site& site, const Presence&) {
  ClassPage found = class_page(site, "delivery");
  if (is_a_service(site, found)) found = {};
  Facts facts;
  say_class_page(facts, found);
  if (!found.page) {
    say_unseen(facts, found, {"cost", "time", "ways"});
    return facts;
  }
  const std::string text = content_text(found);
  say_cost_and_time(facts, found, text);
  static const PhraseGroups ways("checks/data/delivery-ways.txt");
  say_groups(facts, "ways", ways.named_in(text), *found.page);
  return facts;
}

}  // namespace

const Check delivery_page{
    "delivery-page",
    {{"present", "", "there is a page on delivery, or a link that promises one"},
     {"dead", "", "the link to it leads nowhere"},
     {"linked", "", "a link leads to it"},
     {"framed", "", "that link stands in a header, a menu or a footer"},
     {"cost", "", "it says what delivery costs, in numbers or that it is free"},
     {"time", "", "it says how long delivery takes, in numbers"},
     {"ways", "", "ways of delivery that it names: pick-up, courier, post, locker, ..."}},
    measure};

}  // namespace touchstone::checks
