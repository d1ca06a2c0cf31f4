#pragma once

#include <string_view>

namespace touchstone {

// The version of the program, as CMakeLists.txt says it: "0.1.0".
std::string_view version();

}  // namespace touchstone
