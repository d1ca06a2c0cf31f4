#pragma once

#include <optional>
#include <string>

#include "site/page.h"

namespace touchstone {

// A page's meta viewport, read as browsers read it (CSS Viewport Module Level 1, section 3).
struct Viewport {
  std::string width = "none";  // "none": no such element; "fixed"; "device"
  bool user_scalable = true;
  std::optional<int> maximum_scale;  // percent; absent: not limited
  std::string content;               // as written
  std::string place;                 // XPath; of the head where there is none
};

Viewport viewport_of(const Page& page);

}  // namespace touchstone
