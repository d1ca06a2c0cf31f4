#pragma once

// Gumbo's parse of a page, copied into a libxml2 tree: elements and attributes in no namespace,
// comments and text kept. Nothing here recurses, neither building nor freeing.

#include <memory>
#include <string_view>

struct _xmlDoc;

namespace touchstone {

struct XmlTreeDeleter {
  void operator()(_xmlDoc* tree) const;
};
using XmlTree = std::unique_ptr<_xmlDoc, XmlTreeDeleter>;

// Null where the page asks for more memory than a page may have. Call nesting_refusal first: Gumbo
// is quadratic in the nesting depth.
XmlTree gumbo_tree(std::string_view utf8);

}  // namespace touchstone
