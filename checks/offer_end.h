#pragma once

// Offers of a page that say when they end: "20 % off until 31.12.2026". Pure, safe from several
// threads; linear in the page.

#include <chrono>
#include <string_view>
#include <vector>

#include "checks/fact.h"
#include "checks/text_dates.h"
#include "site/page.h"

namespace touchstone {

struct OfferEnd {
  std::chrono::sys_days day;
  Evidence evidence;
};

// A word such as "until" stands beside the day.
bool is_last_day(std::string_view text, const TextDate& date);

// Where a line, or the headings right before it, have a word of offers, and the line a last day.
std::vector<OfferEnd> offer_ends(const Page& page);

}  // namespace touchstone
