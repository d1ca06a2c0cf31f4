#pragma once

// The code points of a UTF-8 text; bytes that are none come as U+FFFD.

#include <string>
#include <string_view>

namespace touchstone {

std::u32string characters(std::string_view utf8);

// Without the parts of characters that a cut left at either end.
std::string_view whole_characters(std::string_view cut);

// A letter or digit ends right before the offset; a letter begins right at it. An offset beyond the
// text has none.
bool alphanumeric_before(std::string_view text, std::size_t offset);
bool letter_at(std::string_view text, std::size_t offset);

}  // namespace touchstone
