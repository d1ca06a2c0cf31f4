#pragma once

// How many touchpoints are known, against how many others found: a task of ten, a brainstorm of
// thirty, a company of fifty, a record of ninety-four, the challenge of a hundred.

#include <cstdint>
#include <string>

#include "reports/phrases.h"

namespace touchstone {

constexpr std::int64_t fewest_touchpoints = 10;

// "31 touchpoints met; the next mark is 50."
std::string tell_marks(std::int64_t met, const Phrases& say);

}  // namespace touchstone
