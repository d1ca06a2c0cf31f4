#pragma once

// What people read: the text of a tree without what does not show.

#include <cstddef>
#include <string>

#include "site/document.h"

namespace touchstone {

// Spaces collapsed, a line for each block element. Stops at `max_bytes`.
std::string visible_text(const Element& root, std::size_t max_bytes = std::size_t{4} << 20);

bool is_block(const Element& element);  // by its name, as browsers style it

}  // namespace touchstone
