#pragma once

// Where an element stands for a customer: in which region of the page, and whether it shows.

#include <functional>

#include "site/page.h"

namespace touchstone {

struct Place {
  Region region = Region::main;
  bool hidden = false;   // the element or one round it does not show
  bool in_head = false;  // below <head>
  bool inert = false;    // in noscript or template: a browser with scripts does not build it
};

// The element is not shown by its own markup: script, style, template, noscript, [hidden],
// display:none, and what browsers hide by themselves.
bool hides_itself(const Element& element);

// Calls `use` for every element of the document in order, hidden ones too.
void each_element(const Document& document,
                  const std::function<void(const Element&, const Place&)>& use);

}  // namespace touchstone
