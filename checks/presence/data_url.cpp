#include "checks/presence/data_url.h"

#include <algorithm>
#include <cstdint>

#include "site/percent.h"

namespace touchstone {

namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool starts_with_folded(std::string_view text, std::string_view lower_case) {
  return text.size() >= lower_case.size() &&
         std::equal(lower_case.begin(), lower_case.end(), text.begin(),
                    [](char want, char have) { return want == lower(have); });
}

int sextet(char c) {
  constexpr std::string_view alphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const std::size_t at = alphabet.find(c);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

// Forgiving-base64 decode of the Infra Standard: white space and missing padding are allowed.
std::optional<std::string> from_base64(std::string_view text) {
  std::string out;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    if (c == '=' || c == ' ' || (c >= '\t' && c <= '\r')) continue;
    const int value = sextet(c);
    if (value < 0) return std::nullopt;
    bits = bits << 6 | static_cast<std::uint32_t>(value);
    if (++count % 4 != 1) out += static_cast<char>(bits >> (6 - 2 * ((count - 1) % 4)) & 0xFF);
  }
  if (count % 4 == 1) return std::nullopt;
  return out;
}

}  // namespace

std::optional<std::string> data_url_bytes(std::string_view url) {
  if (!starts_with_folded(url, "data:")) return std::nullopt;
  url = url.substr(0, url.find('#'));  // the fragment is no part of the data
  const std::size_t comma = url.find(',');
  if (comma == std::string_view::npos) return std::nullopt;
  std::string_view type = url.substr(5, comma - 5);
  while (type.ends_with(' ')) type.remove_suffix(1);
  std::string bytes = percent_decode(url.substr(comma + 1));
  constexpr std::string_view base64 = ";base64";
  const bool encoded = type.size() >= base64.size() &&
                       starts_with_folded(type.substr(type.size() - base64.size()), base64);
  return encoded ? from_base64(bytes) : std::optional(std::move(bytes));
}

}  // namespace touchstone
