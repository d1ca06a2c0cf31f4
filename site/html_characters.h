#pragma once

// What characters are to the tags of HTML. For site/ alone.

#include <array>
#include <cstdint>

namespace touchstone::html {

// What a character is within a tag, as bits.
enum Character : std::uint8_t { space = 1, slash = 2, closing = 4, equals = 8 };

inline constexpr auto kinds = [] {
  std::array<std::uint8_t, 256> filled{};
  for (const char c : {' ', '\t', '\n', '\f', '\r'}) filled[static_cast<unsigned char>(c)] = space;
  filled['/'] = slash;
  filled['>'] = closing;
  filled['='] = equals;
  return filled;
}();

inline bool is(char c, unsigned wanted) {
  return (kinds[static_cast<unsigned char>(c)] & wanted) != 0;
}

inline char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

}  // namespace touchstone::html
