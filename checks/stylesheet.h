#pragma once

// What a stylesheet makes a browser load: one linear pass over the bytes (CSS Syntax Level 3,
// section 4), no cascade. Tolerates anything.

#include <string>
#include <string_view>
#include <vector>

namespace touchstone {

struct FontFace {
  std::string display;               // of font-display, lower case; empty: not said
  std::string unicode_range;         // as written; empty: every character
  std::vector<std::string> sources;  // url()s in order, as written; data: URLs too
};

struct Stylesheet {
  std::vector<std::string> imports, images;  // as written, without data: URLs
  std::vector<FontFace> fonts;
};

Stylesheet read_stylesheet(std::string_view css);

// The source that browsers of today take: WOFF2, else WOFF, else the first. Empty: only local().
std::string chosen_source(const FontFace& face);

// One of the characters (sorted) lies in the face's unicode-range (CSS Fonts Level 4, section 4.5).
bool needed_for(const FontFace& face, const std::u32string& sorted_text);

}  // namespace touchstone
