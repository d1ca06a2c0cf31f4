#pragma once

// The objects of a page's JSON-LD blocks (https://www.w3.org/TR/json-ld11/), flattened: no context
// is resolved, a type or property is known by the last part of its name ("schema:telephone" and
// "https://schema.org/telephone" are both "telephone"). Blocks that are no JSON are passed over;
// comments and raw line breaks in texts, common on real pages, are forgiven.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "site/page.h"

namespace touchstone {

struct LinkedObject {
  std::vector<std::string> types;  // "Organization", "LocalBusiness"; may be empty
  std::string property;            // under which it stands in its parent; empty at the top
  int parent = -1;                 // index in the list; -1 at the top
  std::vector<std::pair<std::string, std::string>> values;  // texts, numbers and truths, in order

  bool is_a(std::string_view type) const;
  std::optional<std::string> value(std::string_view name) const;  // the first of that name
};

// Parents stand before their parts. At most 10,000 objects a page are read.
std::vector<LinkedObject> linked_objects(const Page& page);

}  // namespace touchstone
