#pragma once

// Whether a company speaks in a voice of its own: how alike the headlines of home pages are.

#include <string_view>
#include <vector>

#include "reports/comparison.h"

namespace touchstone {

// In percent: what their pairs of neighbouring letters have in common (Dice). Case, accents and
// punctuation do not count. Linear but for sorting.
int headline_similarity(std::string_view a, std::string_view b);

// Gives the chip "own-voice" to the headline of each side that is less than half alike to that of
// every other. Where only one side has a headline there is nothing to compare.
void hear_voices(const std::vector<Contender>& sides, std::vector<ComparedTouchpoint>& rows);

}  // namespace touchstone
