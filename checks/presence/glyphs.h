#pragma once

// How a line of text looks to somebody who searches it for numbers: digits of all scripts as ASCII
// digits, every dash as "-", every space as " ", letters as one mark.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone {

// `look`: '0'-'9', '+', '-', '.', '/', '(', ')', ' ', 'a' for a letter of an alphabet, 'c' for one
// of a script without spaces between words, '$' for a currency sign, the character itself where it
// is other ASCII, else '?'.
struct Glyph {
  char look = '?';
  std::size_t begin = 0, end = 0;  // bytes in the line
};

// Marks that cannot be seen (direction marks, soft hyphens, joiners) are left out.
std::vector<Glyph> glyphs_of(std::string_view line);

bool has_digit(std::string_view line);  // of any script; cheap on plain ASCII

}  // namespace touchstone
