#pragma once

#include <string_view>

namespace touchstone {

// One of the phrases of an embedded list stands in the folded text, at word boundaries.
bool has_listed_phrase(std::string_view folded, std::string_view embedded_path);

}  // namespace touchstone
