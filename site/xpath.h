#pragma once

// XPath 1.0 over a libxml2 tree, under an operation limit, with matches(text, re2).

#include <memory>
#include <optional>
#include <string>

#include "site/document.h"

struct _xmlDoc;

namespace touchstone {

// Makes handles from libxml2 nodes; for site/ alone.
struct ElementAccess {
  static Element at(void* node) { return Element(node); }
};

class XPath {
 public:
  explicit XPath(_xmlDoc* tree);
  ~XPath();

  // `node`: where a relative expression starts. Absent: bad expression or limit reached.
  std::optional<XPathValue> evaluate(void* node, const std::string& expression);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace touchstone
