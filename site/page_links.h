#pragma once

// The links of a page: Page::links().

#include <vector>

#include "site/page.h"

namespace touchstone {

// The first 20,000: more is no page for people.
std::vector<Link> read_links(const Document& document, const Url& base);

}  // namespace touchstone
