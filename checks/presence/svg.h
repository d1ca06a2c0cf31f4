#pragma once

// The header of an SVG document: its root and how big it wants to be. A scan, no XML parser: what
// it asks of a file is what a browser needs to draw it as an image.

#include <string_view>

#include "checks/presence/image.h"

namespace touchstone {

// `format` stays empty when the root is no svg element. Linear in the bytes.
Image read_svg(std::string_view bytes);

}  // namespace touchstone
