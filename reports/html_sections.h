#pragma once

// Sections of the HTML report that show more than a table.

#include <string>

#include "reports/phrases.h"
#include "rules/audit.h"

namespace touchstone {

// What decides directly whether somebody buys or asks, the weakest first.
std::string html_sales(const Audit& audit, const Phrases& say);

// A card for each step of the customer's way: its score and its touchpoints, the weakest first.
std::string html_positions(const Audit& audit, const Phrases& say);

// The line that a search engine would show; empty where no page was read.
std::string html_preview(const SearchPreview& preview, const Phrases& say);

}  // namespace touchstone
