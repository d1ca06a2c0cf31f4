#pragma once

// What it costs to read a page and to judge it, before that is done: it grows with the page's tags
// and with its text, and hardly with scripts and styles. The unit is the cost of one tag.

#include <cstddef>
#include <string_view>

namespace touchstone {

// Where reading `html` has cost `most`; its size where it costs less. Adds the cost of what stands
// before that to `spent`. Linear.
std::size_t affordable(std::string_view html, std::size_t most, std::size_t& spent);

// The same of a text without tags that is read word for word: a style sheet.
std::size_t affordable_text(std::string_view text, std::size_t most, std::size_t& spent);

}  // namespace touchstone
