#pragma once

// Offers of a page that say when they end: "20 % off until 31.12.2026". Pure, safe from several
// threads; linear in the page.

#include <chrono>
#include <vector>

#include "checks/fact.h"
#include "site/page.h"

namespace touchstone {

struct OfferEnd {
  std::chrono::sys_days day;
  Evidence evidence;
};

// Where a line has a word of offers, a day, and beside it a word such as "until".
std::vector<OfferEnd> offer_ends(const Page& page);

}  // namespace touchstone
