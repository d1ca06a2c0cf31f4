#pragma once

// The year that a page's footer gives beside its copyright sign. Pure, safe from several threads;
// linear in the page.

#include <optional>

#include "checks/fact.h"
#include "site/page.h"

namespace touchstone {

struct CopyrightYear {
  int year = 0;  // Gregorian; of a range its end
  Evidence evidence;
};

// Founding years ("since 1998") are none. Absent: no sign, or no year beside it. `now`: the year of
// the audit; what is later than the next year is no year.
std::optional<CopyrightYear> copyright_year(const Page& page, int now);

// A year of the calendars in use, as the Gregorian one that it begins in: 1405 -> 2026 (Solar
// Hijri), 2569 -> 2026 (Buddhist), 5786 -> 2026 (Hebrew). Absent: no year that a site would print.
std::optional<int> gregorian_year(int printed);

}  // namespace touchstone
