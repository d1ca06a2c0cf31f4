#pragma once

// Looks at a page's tags before Gumbo does, in near-linear time: Gumbo is quadratic in the nesting
// depth (40,000 nested <div> take most of a minute) and so must never see a hostile page.

#include <optional>
#include <string_view>

#include "site/document.h"

namespace touchstone {

// Why no tree is built from this page; absent when it may be.
std::optional<DocumentRefusal> nesting_refusal(std::string_view utf8);

}  // namespace touchstone
