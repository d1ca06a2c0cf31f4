#pragma once

// Means over touchpoints.

#include <functional>
#include <vector>

#include "rules/audit.h"

namespace touchstone {

using TouchpointFilter = std::function<bool(const Touchpoint&)>;

// The mean weighted by importance over those that pass the filter, and how much of them was seen.
// Points are absent under a coverage of 50 and where nothing counts; where nothing was to be seen
// the coverage is 100.
Score score_of(const std::vector<Touchpoint>& touchpoints, const TouchpointFilter& filter);

std::vector<GroupScore> score_groups(const std::vector<Touchpoint>& touchpoints,
                                     const Rulebook& rulebook);
std::vector<Composite> score_composites(const std::vector<Touchpoint>& touchpoints,
                                        const Rulebook& rulebook);

bool makes_first_impression(const Touchpoint& touchpoint);  // position find or arrive

// The touchpoints' mean and the chains', with the caps of broken chains.
Score company_score(const std::vector<Touchpoint>& touchpoints, const std::vector<Chain>& chains);

}  // namespace touchstone
