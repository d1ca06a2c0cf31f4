#include "site/headers.h"

#include <algorithm>

namespace touchstone {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

// Optional white space of RFC 9110 section 5.6.3, and the line ends that a careless caller left.
std::string_view trimmed(std::string_view text) {
  constexpr std::string_view space = " \t\r\n";
  const auto begin = text.find_first_not_of(space);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(space) - begin + 1);
}

bool same_name(std::string_view stored, std::string_view asked) {
  return std::equal(stored.begin(), stored.end(), asked.begin(), asked.end(),
                    [](char a, char b) { return a == lower(b); });
}

}  // namespace

void Headers::add(std::string_view name, std::string_view value) {
  std::string key(trimmed(name));
  std::transform(key.begin(), key.end(), key.begin(), lower);
  fields_.emplace_back(std::move(key), trimmed(value));
}

std::optional<std::string_view> Headers::get(std::string_view name) const {
  for (const auto& [key, value] : fields_)
    if (same_name(key, name)) return value;
  return std::nullopt;
}

std::vector<std::string_view> Headers::all(std::string_view name) const {
  std::vector<std::string_view> values;
  for (const auto& [key, value] : fields_)
    if (same_name(key, name)) values.push_back(value);
  return values;
}

}  // namespace touchstone
