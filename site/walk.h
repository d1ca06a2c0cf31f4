#pragma once

// Every node below an element in document order, without recursion.

#include <functional>
#include <string_view>

#include "site/document.h"

namespace touchstone {

struct Step {
  enum class Kind { enter, leave, text };
  Kind kind = Kind::enter;
  Element element;        // the element entered or left; of a text, the element it stands in
  std::string_view text;  // of a text node; lives as long as the Document
};

enum class Walk { into, past, stop };  // past: the element just entered is left out, unleft

// Begins with entering `from` and ends with leaving it. `visit` says how to go on.
void walk(const Element& from, const std::function<Walk(const Step&)>& visit);

// The same, and on behind `from` to the end of the page; elements round it are left on the way.
void walk_on(const Element& from, const std::function<Walk(const Step&)>& visit);

// Back from an element to the beginning of the page: what stands before it, nearest first. Elements
// are entered from behind; `leave` is the way out of one that holds `from`.
void walk_back(const Element& from, const std::function<Walk(const Step&)>& visit);

}  // namespace touchstone
