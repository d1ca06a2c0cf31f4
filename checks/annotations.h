#pragma once

// Things that a page describes by attributes of its tags: microdata (HTML Standard, section 5.2)
// and RDFa Lite 1.1, of schema.org alone. One walk along the page.

#include <vector>

#include "checks/structured_data.h"

namespace touchstone {

// Appends them to `things`, at most until there are kMostThings.
void read_annotations(const Page& page, std::vector<Thing>& things);

}  // namespace touchstone
