#pragma once

// Plain colours of a stylesheet, and how far a text stands out from its ground. Pure, safe from
// several threads.

#include <optional>
#include <string_view>

namespace touchstone {

struct Colour {
  int red = 0, green = 0, blue = 0;  // 0 to 255

  friend bool operator==(const Colour&, const Colour&) = default;
};

// "#222", "#222222", "rgb(34, 34, 34)", "hsl(0 0% 13%)", "navy". Absent: none of these, or one that
// lets the ground shine through.
std::optional<Colour> plain_colour(std::string_view css_value);

// The contrast ratio of WCAG 2.2, times 100: 100 to 2100.
int contrast_of(const Colour& text, const Colour& ground);

}  // namespace touchstone
