#pragma once

// The files that a page asks the browser for: Page::resources().

#include <vector>

#include "site/page.h"

namespace touchstone {

// Each address once, in document order.
std::vector<Resource> read_resources(const Document& document, const Url& base);

}  // namespace touchstone
