#pragma once

// A page read twice: by the scanner and by the tree.

#include <string>
#include <vector>

#include "site/fetch.h"
#include "site/page_summary.h"

namespace touchstone {

struct Difference {
  std::string what;  // "links", "title", ...
  std::string scanner, tree;
};

// Scans the body in pieces of that many bytes.
PageSummary scan(const Fetch& fetch, std::size_t piece = 16384);

// Where the two say different things; empty too where the tree was refused.
std::vector<Difference> summary_differences(const Fetch& fetch);

}  // namespace touchstone
