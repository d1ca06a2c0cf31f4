#pragma once

// The forms of a page: Page::forms().

#include <vector>

#include "site/page.h"

namespace touchstone {

std::vector<Form> read_forms(const Document& document);

}  // namespace touchstone
