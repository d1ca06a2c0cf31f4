#include "site/character_references.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

#include "site/embedded.h"
#include "site/percent.h"

namespace touchstone {

namespace {

constexpr std::size_t longest_bare_name = 6;  // "Aacute": of those without a semicolon

void append_code_point(std::string& out, std::uint32_t c) {
  std::array<char, U8_MAX_LENGTH> bytes;
  std::int32_t size = 0;
  U8_APPEND_UNSAFE(bytes.data(), size, c);
  out.append(bytes.data(), static_cast<std::size_t>(size));
}

using Names = std::unordered_map<std::string_view, std::string>;

Names read_names() {
  Names names;
  for (const std::string_view line : embedded_list("site/data/character-references.txt")) {
    const auto space = line.find(' ');
    std::string& text = names[line.substr(0, space)];
    for (auto rest = line.substr(space); !rest.empty();) {
      rest.remove_prefix(1);
      const auto code = rest.substr(0, rest.find(' '));
      std::uint32_t c = 0;
      std::from_chars(code.data(), code.data() + code.size(), c, 16);
      append_code_point(text, c);
      rest.remove_prefix(code.size());
    }
  }
  return names;
}

const Names& names() {
  static const Names all = read_names();
  return all;
}

bool is_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// "Numeric character reference end state": what old pages meant by C1 controls.
std::uint32_t meant(std::uint32_t c) {
  static constexpr std::array<std::uint16_t, 32> windows_1252{
      0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  if (c == 0 || c > 0x10FFFF || U_IS_SURROGATE(c)) return 0xFFFD;
  if (c >= 0x80 && c < 0xA0) return windows_1252[c - 0x80];
  return c;
}

std::size_t take_number(std::string_view text, std::string& out) {
  std::size_t at = 2;
  const bool hexadecimal = at < text.size() && (text[at] | 0x20) == 'x';
  if (hexadecimal) ++at;
  const auto first = at;
  const std::uint32_t radix = hexadecimal ? 16 : 10;
  std::uint32_t c = 0;
  for (; at < text.size(); ++at) {
    const int digit = hex_digit(text[at]);
    if (digit < 0 || static_cast<std::uint32_t>(digit) >= radix) break;
    c = std::min<std::uint32_t>(c * radix + static_cast<std::uint32_t>(digit), 0x110000);
  }
  if (at == first) return 0;
  if (at < text.size() && text[at] == ';') ++at;
  append_code_point(out, meant(c));
  return at;
}

}  // namespace

std::size_t take_reference(std::string_view text, bool in_attribute, std::string& out) {
  if (text.size() < 2) return 0;
  if (text[1] == '#') return take_number(text, out);
  if (text.starts_with("&amp;")) {
    out += '&';
    return 5;
  }
  std::size_t end = 1;
  const auto last = std::min(text.size(), longest_reference);
  while (end < last && is_alphanumeric(text[end])) ++end;
  if (end < text.size() && text[end] == ';') {
    const auto found = names().find(text.substr(1, end));
    if (found != names().end()) {
      out += found->second;
      return end + 1;
    }
  }
  for (auto size = std::min(end - 1, longest_bare_name); size >= 2; --size) {
    const auto found = names().find(text.substr(1, size));
    if (found == names().end()) continue;
    const char next = 1 + size < text.size() ? text[1 + size] : '\0';
    if (in_attribute && (next == '=' || is_alphanumeric(next))) return 0;
    out += found->second;
    return 1 + size;
  }
  return 0;
}

std::string decode_references(std::string_view text, bool in_attribute) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const auto plain = std::min(text.find('&'), text.size());
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    auto taken = take_reference(text, in_attribute, out);
    if (taken == 0) {
      out += '&';
      taken = 1;
    }
    text.remove_prefix(taken);
  }
  return out;
}

std::size_t whole_references(std::string_view text) {
  const auto begin = text.size() - std::min(text.size(), longest_reference);
  for (auto at = text.size(); at > begin; --at) {
    const char c = text[at - 1];
    if (c == '&') return at - 1;
    if (c != '#' && !is_alphanumeric(c)) break;
  }
  return text.size();
}

}  // namespace touchstone
