#pragma once

// What to do first, by whom, by when.

#include <map>
#include <string>
#include <vector>

#include "rules/audit.h"

namespace touchstone {

// Decipoints of the best rival, by touchpoint, where at least one rival has it.
using BestRivals = std::map<std::string, int>;

// The items of highest priority, at most `longest`. `taken`: the audit's time, from which the dates
// count. What one lacks by choice is an item where a rival has it, and being as good as the best
// rival is not enough.
std::vector<PlanItem> make_plan(const std::vector<Touchpoint>& touchpoints,
                                const std::vector<Chain>& chains, Time taken,
                                std::size_t longest = 10, const BestRivals& rivals = {});

// How far the improvement is that people wrote down: "planned", "in-progress", "done"; "verified"
// when it is done and this audit, made after it, finds nothing left to improve. Empty without one.
std::string improvement_state(const Touchpoint& touchpoint);

}  // namespace touchstone
