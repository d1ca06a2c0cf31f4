#include "checks/booking.h"

#include <re2/re2.h>

#include <algorithm>

#include "checks/class_page.h"
#include "checks/form_kind.h"
#include "checks/messenger_link.h"
#include "checks/structured_data.h"
#include "checks/vendors.h"
#include "site/page_text.h"
#include "site/text.h"
#include "site/vocabulary.h"

namespace touchstone {

namespace {

bool asks_for_date(const Form& form) {
  return std::any_of(form.fields.begin(), form.fields.end(), [](const Field& field) {
    return field.type == "date" || field.type == "time" || field.type == "datetime-local" ||
           field.type == "week";
  });
}

// A form with a date where the words speak of booking.
bool is_booking_form(const Form& form, const std::string& language) {
  constexpr std::size_t kMostText = 2'000;
  if (!asks_for_date(form)) return false;
  const std::string text = visible_text(form.element, kMostText) + " " + form.action;
  return match_concept(text, "booking", language) != Match::none ||
         match_slug(form.action, "booking") != Match::none;
}

void keep_nearest(std::optional<BookingOffer>& best, const BookingOffer& offer) {
  if (!best || offer.clicks < best->clicks) best = offer;
}

// A calendar inside a page, or a form with a date.
void look_inside(const Site& site, const Page& page, std::optional<BookingOffer>& best) {
  const int depth = site.depth(page);
  if (best && best->clicks <= depth) return;
  const auto vendors = vendors_on(page, "booking");
  if (!vendors.empty()) {
    keep_nearest(best, {vendors.front().evidence, depth, false, true});
    return;
  }
  for (const Form& form : page.forms()) {
    if (!is_booking_form(form, page.language())) continue;
    keep_nearest(best, {{page.url().href(), form.element.path(), ""}, depth, false, true});
    return;
  }
  for (const Thing& thing : things_of(page)) {
    if (!thing.is_a("ReserveAction")) continue;
    keep_nearest(best, {{page.url().href(), "JSON-LD", "ReserveAction"}, depth, false, true});
    return;
  }
}

bool looks_like_button(const Link& link) {
  static const RE2 button(R"((?i)(?:^|[\s_-])(?:btn|button|cta))");
  return link.element.attribute("role") == "button" ||
         RE2::PartialMatch(link.element.attribute("class").value_or(""), button);
}

// Whoever keeps the calendar: the menu or a button says that one books there.
bool leads_out_to_book(const Site& site, const Page& page, const Link& link) {
  constexpr std::size_t longest_name = 40;
  if (!link.url || link.hidden || site.is_own(*link.url)) return false;
  const bool framed = link.region == Region::header || link.region == Region::navigation;
  return (framed || looks_like_button(link)) && grapheme_count(link.name()) <= longest_name &&
         match_concept(link.name(), "booking", page.language()) != Match::none;
}

// A link to a calendar, where one takes a time for sure if it is a known vendor's; whether it still
// stands is known where it was asked.
void look_at_links(const Site& site, const Page& page, std::optional<BookingOffer>& best) {
  const int depth = site.depth(page) + 1;
  for (const Link& link : page.links()) {
    if (best && best->clicks <= depth && !best->dead) return;
    if (!link.url) continue;
    const bool vendor = !vendor_of(*link.url, "booking").empty();
    if (!vendor && !leads_out_to_book(site, page, link)) continue;
    const Visit* const visit = site.visit_of(*link.url);
    const Evidence evidence{page.url().href(), link.element.path(), link.url->href()};
    std::optional<bool> direct;
    if (vendor) direct = true;
    if (messenger_link(link)) direct = false;
    keep_nearest(best, {evidence, depth, visit && leads_nowhere(visit->fetch), direct});
  }
}

}  // namespace

BookingSearch find_booking(const Site& site) {
  BookingSearch search;
  for (const Page* page : site.pages()) {
    look_inside(site, *page, search.offer);
    look_at_links(site, *page, search.offer);
  }
  if (search.offer) return search;
  const ClassPage found = class_page(site, "booking");
  search.unproven = found.unproven;
  // "#book" may lead to a novel: the words of the link must say what it is for.
  if (found.link &&
      match_concept(found.link->name(), "booking", found.link_page->language()) == Match::none) {
    return search;
  }
  if (found.page) {
    search.offer = BookingOffer{found.evidence(), site.depth(*found.page), false, false};
  } else if (found.dead) {
    search.offer = BookingOffer{found.evidence(), site.depth(*found.link_page) + 1, true, false};
  }
  return search;
}

}  // namespace touchstone
