#include "site/headers.h"

#include "site/http_text.h"

namespace touchstone {
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
