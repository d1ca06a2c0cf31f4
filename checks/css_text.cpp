#include "checks/css_text.h"

#include <algorithm>

namespace touchstone {

char css_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool is_css_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

std::string_view css_trimmed(std::string_view text) {
  while (!text.empty() && is_css_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_css_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string css_lowered(std::string_view text) {
  std::string result(css_trimmed(text));
  std::transform(result.begin(), result.end(), result.begin(), css_lower);
  return result;
}

}  // namespace touchstone
