#include "site/headers.h"

#include "site/http_text.h"

namespace touchstone {
namespace {

// Optional white space of RFC 9110 section 5.6.3, and the line ends that a careless caller left.
std::string_view trimmed(std::string_view text) {
  constexpr std::string_view space = " \t\r\n";
  const auto begin = text.find_first_not_of(space);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(space) - begin + 1);
}

}  // namespace

void Headers::add(std::string_view name, std::string_view value) {
  fields_.emplace_back(lower_ascii(trimmed(name)), trimmed(value));
}

std::optional<std::string_view> Headers::get(std::string_view name) const {
  const auto wanted = lower_ascii(name);
  for (const auto& [key, value] : fields_)
    if (key == wanted) return value;
  return std::nullopt;
}

std::vector<std::string_view> Headers::all(std::string_view name) const {
  const auto wanted = lower_ascii(name);
  std::vector<std::string_view> values;
  for (const auto& [key, value] : fields_)
    if (key == wanted) values.push_back(value);
  return values;
}

}  // namespace touchstone
