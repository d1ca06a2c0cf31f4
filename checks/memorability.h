#pragma once

// How hard a number is to keep in mind: people remember it in chunks, and a chunk with a pattern
// costs hardly more than a single digit.

#include <string>
#include <string_view>
#include <vector>

namespace touchstone {

// The cheapest split of a number of up to 15 digits into chunks; some 25 is easy, 50 is not.
int recall_cost(std::string_view digits);

// The number printed in these groups of digits shows less of a pattern than the number has.
bool grouping_hides_pattern(const std::vector<std::string>& groups);

}  // namespace touchstone
