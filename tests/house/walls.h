#pragma once

// The walls between the rooms, as a function over who includes what, so that a broken house can be
// shown to it.

#include <string>
#include <vector>

#include "tests/house/sources.h"

namespace touchstone::house {

// One sentence for each include that goes through a wall; it says what to do.
std::vector<std::string> broken_walls(const std::vector<Include>& includes);

}  // namespace touchstone::house
