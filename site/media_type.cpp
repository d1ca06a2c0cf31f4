#include "site/media_type.h"

#include <algorithm>

#include <unicode/utf8.h>

#include "site/http_text.h"

namespace touchstone {
namespace {

constexpr std::string_view http_space = " \t\r\n";

// "HTTP quoted-string token code points": no control characters, nothing beyond U+00FF. Header
// bytes that are no UTF-8 stand for themselves.
bool may_be_value(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    UChar32 c = 0;
    U8_NEXT(text.data(), i, text.size(), c);
    if (c > 0xff || (c >= 0 && c < 0x20 && c != '\t') || c == 0x7f) return false;
  }
  return true;
}

std::string_view trimmed_end(std::string_view text) {
  const auto last = text.find_last_not_of(http_space);
  return text.substr(0, last == text.npos ? 0 : last + 1);
}

// The parameters behind the essence, each after a ";".
void parse_parameters(std::string_view text, MediaType& type) {
  while (!text.empty()) {
    text.remove_prefix(1);
    text.remove_prefix(std::min(text.find_first_not_of(http_space), text.size()));
    const auto name_end = std::min(text.find_first_of(";="), text.size());
    const auto name = lower_ascii(text.substr(0, name_end));
    text.remove_prefix(name_end);
    if (text.empty() || text[0] == ';') continue;
    text.remove_prefix(1);
    std::string value;
    const bool quoted = text.starts_with('"');
    if (quoted) value = take_quoted_string(text);
    const auto value_end = std::min(text.find(';'), text.size());
    if (!quoted) value = trimmed_end(text.substr(0, value_end));
    text.remove_prefix(value_end);
    if (!quoted && value.empty()) continue;
    if (is_token(name) && may_be_value(value) && !type.parameter(name))
      type.parameters.emplace_back(name, std::move(value));
  }
}

}  // namespace

std::optional<std::string_view> MediaType::parameter(std::string_view name) const {
  for (const auto& [key, value] : parameters)
    if (key == name) return value;
  return std::nullopt;
}

std::string MediaType::serialized() const {
  std::string out = essence;
  for (const auto& [name, value] : parameters) {
    out += ";" + name + "=";
    if (is_token(value)) {
      out += value;
      continue;
    }
    out += '"';
    for (char c : value) {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
    out += '"';
  }
  return out;
}

std::optional<MediaType> parse_media_type(std::string_view text) {
  text = trimmed_end(text);
  text.remove_prefix(std::min(text.find_first_not_of(http_space), text.size()));
  const auto slash = text.find('/');
  if (slash == text.npos) return std::nullopt;
  const auto end = std::min(text.find(';', slash), text.size());
  const auto type = text.substr(0, slash);
  const auto subtype = trimmed_end(text.substr(slash + 1, end - slash - 1));
  if (!is_token(type) || !is_token(subtype)) return std::nullopt;
  MediaType found;
  found.essence = lower_ascii(type) + "/" + lower_ascii(subtype);
  parse_parameters(text.substr(end), found);
  return found;
}

}  // namespace touchstone
