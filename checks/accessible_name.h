#pragma once

// The name that screen readers speak for an element: Accessible Name and Description Computation
// 1.2, as far as markup tells (styles and scripts are not run). Bounded against hostile pages; safe
// from several threads.
//
//   const AccessibleNames names(*page.document());
//   names.of(link.element).text;  // "Contact"; empty: nothing is spoken

#include <string>
#include <unordered_map>
#include <vector>

#include "site/document.h"

namespace touchstone {

enum class NamedBy {
  nothing,
  reference,
  aria_label,
  label,
  alternative,
  content,
  title,
  placeholder
};

struct AccessibleName {
  std::string text;  // spaces collapsed
  NamedBy by = NamedBy::nothing;
};

class AccessibleNames {
 public:
  // Reads the ids and labels of the page once. `document` must outlive the names.
  explicit AccessibleNames(const Document& document);

  AccessibleName of(const Element& element) const;

 private:
  std::string referenced(const Element& element) const;
  std::string labelled(const Element& field) const;

  std::unordered_map<std::string, Element> by_id_;
  std::unordered_map<std::string, std::vector<Element>> labels_;  // by the id they are for
};

// Taken out of what screen readers speak: aria-hidden, role=presentation or none.
bool is_decoration(const Element& element);

}  // namespace touchstone
