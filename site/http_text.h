#pragma once

// The small grammar that HTTP fields share (RFC 9110 section 5.6). For site/ alone.

#include <string>
#include <string_view>

namespace touchstone {

std::string lower_ascii(std::string_view text);

// Without blanks, tabs and line ends at both ends (section 5.6.3, and what careless callers leave).
std::string_view trimmed(std::string_view text);

bool is_token(std::string_view text);  // not empty, tchar alone

// `text` begins with a quotation mark: takes the quoted string off its front and returns what is
// quoted, backslashes undone. One that does not end runs to the end of the text.
std::string take_quoted_string(std::string_view& text);

}  // namespace touchstone
