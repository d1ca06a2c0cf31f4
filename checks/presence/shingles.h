#pragma once

#include <string_view>

namespace touchstone {

// How alike two texts are in percent: what their runs of five words have in common, of all that
// either has (Broder's resemblance). Texts without words are alike to nothing. O(n log n).
int shingle_similarity(std::string_view a, std::string_view b);

}  // namespace touchstone
