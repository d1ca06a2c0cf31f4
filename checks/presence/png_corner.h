#pragma once

#include <string_view>

namespace touchstone {

// The picture's first corner lets the ground shine through, as the corners of rounded icons do.
// Only that one pixel is unpacked. False for what is no sound PNG.
bool has_clear_corner(std::string_view png);

}  // namespace touchstone
