#pragma once

// The things that a page describes for machines, flattened: what is nested stands in the list as a
// thing of its own, and the one that holds it names its place. JSON-LD
// (https://www.w3.org/TR/json-ld11/), microdata (HTML Standard, section 5) and RDFa Lite, of
// schema.org alone. Linear in the page, and bounded against hostile depth and number.
//
//   for (const Thing& thing : structured_data_of(page).things)
//     if (is_local_business(thing)) ... thing.text("name") ...

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "site/page.h"

namespace touchstone {

enum class Syntax { json_ld, microdata, rdfa };
std::string_view to_string(Syntax syntax);  // "JSON-LD", "microdata", "RDFa"

struct Thing {
  std::vector<std::string> types;                          // "Bakery", without "schema:" or a URL
  std::vector<std::pair<std::string, std::string>> texts;  // properties that are texts or numbers
  std::vector<std::pair<std::string, std::size_t>> parts;  // those that are things, by their place
  Syntax syntax = Syntax::json_ld;

  bool is_a(std::string_view type) const;
  std::optional<std::string> text(std::string_view property) const;  // the first one
  bool has(std::string_view property) const;  // a thing, or a text that is not empty
};

// A block of JSON-LD that is no JSON: a comment, a comma behind the last member, a quote too few.
struct BrokenBlock {
  int block = 0;             // among the page's, from 1
  int line = 0, column = 0;  // in the block, from 1; columns are bytes
  std::string near;          // what stands there
};

struct StructuredData {
  std::vector<Thing> things;
  int blocks = 0;                   // of JSON-LD
  std::vector<BrokenBlock> broken;  // comments and surplus commas were read past all the same
};

StructuredData structured_data_of(const Page& page);

// Of JSON-LD alone; broken blocks are passed over where they cannot be mended.
std::vector<Thing> things_of(const Page& page);

// The thing is one of schema.org's organisations, or of its local businesses, which are some of
// them (checks/data/organization-types.txt, local-business-types.txt).
bool is_organization(const Thing& thing);
bool is_local_business(const Thing& thing);

}  // namespace touchstone
