#pragma once

// The things that a page's JSON-LD describes (https://www.w3.org/TR/json-ld11/), flattened: what is
// nested stands in the list as a thing of its own. Blocks that are no JSON are passed over. Linear,
// and bounded against hostile depth and number.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "site/page.h"

namespace touchstone {

struct Thing {
  std::vector<std::string> types;                          // "Bakery", without "schema:" or a URL
  std::vector<std::pair<std::string, std::string>> texts;  // properties that are texts or numbers

  bool is_a(std::string_view type) const;
  std::optional<std::string> text(std::string_view property) const;  // the first one
};

std::vector<Thing> things_of(const Page& page);

}  // namespace touchstone
