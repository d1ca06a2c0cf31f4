#pragma once

#include <string>
#include <string_view>

namespace touchstone {

// The words of protocols ignore case within ASCII only, whatever the locale.
inline std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 'a' - 'A') : c;
  return lower;
}

}  // namespace touchstone
