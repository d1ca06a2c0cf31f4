#pragma once

// Gumbo's parse of a page, copied into a libxml2 tree: elements and attributes in no namespace,
// comments and text kept. Nothing here recurses, neither building nor freeing.

#include <memory>
#include <string_view>
#include <variant>

#include "site/document.h"

struct _xmlDoc;

namespace touchstone {

struct XmlTreeDeleter {
  void operator()(_xmlDoc* tree) const;
};
using XmlTree = std::unique_ptr<_xmlDoc, XmlTreeDeleter>;

// Refused where the page nests too deeply, or asks for more memory or time than a page may have.
std::variant<XmlTree, DocumentRefusal> gumbo_tree(std::string_view utf8);

}  // namespace touchstone
