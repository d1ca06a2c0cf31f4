#pragma once

// Text on a terminal: safe, as wide as it is, wrapped. UTF-8 in and out.

#include <string>
#include <string_view>
#include <vector>

namespace touchstone {

// Without what could steer a terminal or turn a line round: control characters, escapes and bidi
// overrides become spaces.
std::string printable(std::string_view text);

// Whether the character could: a control character, a bidi control, a line of its own.
bool steers(char32_t character);

// Columns that the text takes; East Asian wide characters take two.
int columns(std::string_view text);

// Padded with spaces to that many columns, or cut with "…".
std::string fit(std::string_view text, int width);

// Lines of at most `width` columns, broken at spaces; a longer word stands alone, cut nowhere.
std::vector<std::string> wrapped(std::string_view text, int width);

}  // namespace touchstone
