#pragma once

// "Did you mean": the known name that a misspelt one is nearest to.

#include <string>
#include <string_view>
#include <vector>

namespace touchstone {

// The name within a third of the word's length in edits (a swap of neighbours is one), the first of
// equals; empty when none is near.
std::string nearest(std::string_view word, const std::vector<std::string>& names);

// "; did you mean \"weight\"?", or the names themselves where they are few, or "".
std::string did_you_mean(std::string_view word, const std::vector<std::string>& names);

}  // namespace touchstone
