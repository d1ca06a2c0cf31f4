#pragma once

// The sides of a comparison lined up: a row a touchpoint, a cell a side.

#include <vector>

#include "reports/comparison.h"

namespace touchstone {

// In the order of our touchpoints; what only rivals have follows. Nothing is compared yet.
std::vector<ComparedTouchpoint> line_up(const std::vector<Contender>& sides,
                                        const Rulebook& rulebook);

std::vector<Doubt> doubts_of(const std::vector<Contender>& sides);

}  // namespace touchstone
