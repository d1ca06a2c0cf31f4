#include <algorithm>
#include <unordered_map>

#include "checks/check.h"
#include "checks/contact_frame.h"
#include "checks/legal_text.h"
#include "checks/sample_share.h"
#include "checks/unseen.h"
#include "site/page_class.h"

namespace touchstone::checks {

extern const Check contact_in_header;

namespace {

// What both pages show stands in the same order on both (WCAG 2.2, success criterion 3.2.6).
bool same_order(const ContactFrame& a, const ContactFrame& b) {
  std::unordered_map<std::string, std::size_t> place;
  for (std::size_t i = 0; i < a.ways.size(); ++i) place.emplace(a.ways[i], i);
  std::size_t last = 0;
  for (const std::string& way : b.ways) {
    const auto known = place.find(way);
    if (known == place.end()) continue;
    if (known->second < last) return false;
    last = known->second;
  }
  return true;
}

// Pages of the checkout often drop the frame, so that nothing leads away from paying.
bool is_checkout(const Site& site, const Page& page) {
  const auto classes = classes_of(site, page);
  return !classes.empty() && classes.front() == "cart";
}

Facts measure(const Site& site, const Presence& presence) {
  if (const auto why = home_closed_because(site)) return all_unknown(contact_in_header, *why);
  ContactFrames frames(site, presence);
  SampleShare any, header;
  std::optional<ContactFrame> first;
  std::vector<Evidence> other_order;
  int compared = 0;
  for (const Page* page : site.sample()) {
    // Few pages else would be judged by those that only the law wants.
    if (is_checkout(site, *page) || (page != site.home() && is_legal_text(site, *page))) continue;
    ContactFrame frame = frames.of(*page);
    any.see(*page, !frame.ways.empty(), "header, footer");
    header.see(*page, frame.in_header, "header");
    if (frame.ways.empty()) continue;
    if (!first) {
      first = std::move(frame);
      continue;
    }
    ++compared;
    if (!same_order(*first, frame)) other_order.push_back({page->url().href(), "", ""});
  }
  Facts facts;
  any.say(facts, "share");
  header.say(facts, "header_share");
  if (compared == 0) {
    facts.not_applicable("same_order");
  } else {
    const bool same = other_order.empty();
    facts.say("same_order", same, std::move(other_order));
  }
  return facts;
}

}  // namespace

const Check contact_in_header{
    "contact-in-header",
    {{"share", "%", "pages of the sample with a way to reach the company in header or footer"},
     {"header_share", "%", "pages of the sample with such a way in their header"},
     {"same_order", "", "these ways stand in the same order on every page of the sample"}},
    measure};

}  // namespace touchstone::checks
