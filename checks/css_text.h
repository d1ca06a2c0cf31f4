#pragma once

// The letters of a stylesheet (CSS Syntax Level 3, section 4.2): ASCII case and white space.

#include <string>
#include <string_view>

namespace touchstone {

char css_lower(char c);
bool is_css_space(char c);
std::string_view css_trimmed(std::string_view text);
std::string css_lowered(std::string_view text);  // trimmed too

}  // namespace touchstone
