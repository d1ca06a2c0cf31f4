#pragma once

// Sentences with words of the other direction: in a report that runs from right to left, addresses,
// tags and product names keep their order only when they are set apart.

#include <string>
#include <string_view>

#include "reports/phrases.h"

namespace touchstone {

// Escaped for HTML; in a right-to-left language each run of Latin words stands in <bdi>.
std::string html_told(std::string_view text, const Phrases& say);

}  // namespace touchstone
