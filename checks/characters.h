#pragma once

// The code points of a UTF-8 text; bytes that are none come as U+FFFD.

#include <string>
#include <string_view>

namespace touchstone {

std::u32string characters(std::string_view utf8);

}  // namespace touchstone
