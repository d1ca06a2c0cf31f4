#pragma once

// Character references as the tokenizer of the HTML Standard reads them (section 13.2.5.72 and
// those behind it): "&amp;", "&copy", "&#8212;", "&#x80;". Safe from several threads.

#include <cstddef>
#include <string>
#include <string_view>

namespace touchstone {

// No reference needs more bytes than these to be told, but for numbers with endless zeros.
inline constexpr std::size_t longest_reference = 40;

// `text` begins with "&": appends what it stands for and returns how many bytes it took; 0, and
// nothing appended, where it is no reference. In an attribute "&copy=" is none.
std::size_t take_reference(std::string_view text, bool in_attribute, std::string& out);

// With every reference replaced.
std::string decode_references(std::string_view text, bool in_attribute);

// Where a text that will go on must be cut so that no reference is torn: its size, or the place of
// a "&" shortly before its end.
std::size_t whole_references(std::string_view text);

}  // namespace touchstone
