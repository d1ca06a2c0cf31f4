#pragma once

// What to do first, by whom, by when (catalogue section 4.9).

#include <vector>

#include "rules/audit.h"

namespace touchstone {

// The items of highest priority, at most `longest`. `taken`: the audit's time, from which the dates
// count.
std::vector<PlanItem> make_plan(const std::vector<Touchpoint>& touchpoints,
                                const std::vector<Chain>& chains, Time taken,
                                std::size_t longest = 10);

}  // namespace touchstone
