// Addresses and patterns in the one form in which robots.txt rules compare them.

#include "site/robots.h"

namespace touchstone {
namespace {

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
}

}  // namespace

std::string robots_path(std::string_view address) {
  const std::size_t start = address.starts_with("//") ? 2 : 0;
  const auto early_path = address.find_first_of("/?;", start);
  auto scheme_end = address.find("://", start);
  // A "://" behind the path's begin stands in a parameter.
  if (early_path < scheme_end) scheme_end = address.npos;
  const auto host = scheme_end == address.npos ? start : scheme_end + 3;
  const auto begin = address.find_first_of("/?;", host);
  if (begin == address.npos) return "/";
  const auto hash = address.find('#', start);
  if (hash < begin) return "/";
  const std::string path(address.substr(begin, hash == address.npos ? hash : hash - begin));
  return path.front() == '/' ? path : '/' + path;
}

std::string normalise_pattern(std::string_view pattern) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string result;
  result.reserve(pattern.size());
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const auto byte = static_cast<unsigned char>(pattern[i]);
    if (byte == '*' && result.ends_with('*')) continue;
    if (byte == '%' && i + 2 < pattern.size() && is_hex(pattern[i + 1]) && is_hex(pattern[i + 2])) {
      result += {'%', upper(pattern[i + 1]), upper(pattern[i + 2])};
      i += 2;
    } else if (byte >= 0x80) {
      result += {'%', digits[byte >> 4], digits[byte & 15]};
    } else {
      result += pattern[i];
    }
  }
  return result;
}

}  // namespace touchstone
