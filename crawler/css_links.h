#pragma once

// The files that a style sheet names (CSS Syntax, https://www.w3.org/TR/css-syntax-3/): @import,
// the fonts of @font-face, and what other url() show. One pass, no tree.

#include <string>
#include <string_view>
#include <vector>

#include "site/page.h"

namespace touchstone {

struct CssLink {
  Resource::Kind kind = Resource::Kind::image;  // stylesheet, font or image
  std::string reference;                        // as written, escapes undone; no data:
};

// At most 200, in order, each once. Of the sources of one @font-face only the one that browsers of
// today take: woff2, else woff, else the first.
std::vector<CssLink> links_in_css(std::string_view css);

}  // namespace touchstone
