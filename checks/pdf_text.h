#pragma once

// Strings of PDF files (ISO 32000-1, sections 7.3.4 and 9.4.3). Linear, bounded.

#include <optional>
#include <string>
#include <string_view>

namespace touchstone {

// The string that begins `text`, "(...)" or "<...>", in UTF-8; absent when none does.
std::optional<std::string> pdf_string(std::string_view text);

// Appends the strings that page content shows, where their codes are letters; a line for each move
// to a new place. Not more than `most` bytes in all.
void pdf_text(std::string_view content, std::string& text, std::size_t most);

}  // namespace touchstone
