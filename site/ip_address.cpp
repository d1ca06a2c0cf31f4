#include <array>
#include <cstdint>
#include <vector>

#include <fmt/format.h>

#include "site/host.h"
#include "site/percent.h"

namespace touchstone {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::vector<std::string_view> split_labels(std::string_view host) {
  std::vector<std::string_view> labels;
  for (std::size_t begin = 0;;) {
    const auto dot = host.find('.', begin);
    labels.push_back(host.substr(begin, dot - begin));
    if (dot == host.npos) return labels;
    begin = dot + 1;
  }
}

bool all_digits(std::string_view text) {
  for (char c : text)
    if (!is_digit(c)) return false;
  return !text.empty();
}

// "IPv4 number parser": decimal, 0 octal, 0x hexadecimal. Values over 2^32 come as 2^32.
std::optional<std::uint64_t> parse_number(std::string_view text) {
  constexpr std::uint64_t limit = std::uint64_t{1} << 32;
  if (text.empty()) return std::nullopt;
  unsigned radix = 10;
  if (text.size() >= 2 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X')) {
    text.remove_prefix(2);
    radix = 16;
  } else if (text.size() >= 2 && text[0] == '0') {
    text.remove_prefix(1);
    radix = 8;
  }
  std::uint64_t value = 0;
  for (char c : text) {
    const int digit = hex_digit(c);
    if (digit < 0 || static_cast<unsigned>(digit) >= radix) return std::nullopt;
    value = std::min(value * radix + static_cast<unsigned>(digit), limit);
  }
  return value;
}

using Pieces = std::array<std::uint16_t, 8>;

// The dotted tail of an IPv6 address, "::ffff:192.0.2.1": four decimal bytes without leading zeros.
bool parse_ipv4_tail(std::string_view text, Pieces& pieces, std::size_t& count) {
  const auto labels = split_labels(text);
  if (labels.size() != 4 || count > 6) return false;
  std::array<unsigned, 4> bytes{};
  for (std::size_t i = 0; i < 4; ++i) {
    if (!all_digits(labels[i]) || labels[i].size() > 3) return false;
    if (labels[i].size() > 1 && labels[i][0] == '0') return false;
    for (char c : labels[i]) bytes[i] = bytes[i] * 10 + static_cast<unsigned>(c - '0');
    if (bytes[i] > 255) return false;
  }
  pieces[count++] = static_cast<std::uint16_t>(bytes[0] << 8 | bytes[1]);
  pieces[count++] = static_cast<std::uint16_t>(bytes[2] << 8 | bytes[3]);
  return true;
}

std::string serialize_ipv6(const Pieces& pieces) {
  std::size_t longest = 8, longest_size = 1;
  for (std::size_t i = 0; i < 8;) {
    std::size_t end = i;
    while (end < 8 && pieces[end] == 0) ++end;
    if (end - i > longest_size) {
      longest = i;
      longest_size = end - i;
    }
    i = end + 1;
  }
  std::string out;
  for (std::size_t i = 0; i < 8; ++i) {
    if (i == longest) {
      out += i == 0 ? "::" : ":";
      i += longest_size - 1;
      continue;
    }
    out += fmt::format("{:x}", pieces[i]);
    if (i != 7) out += ':';
  }
  return out;
}

}  // namespace

bool ends_in_number(std::string_view ascii_host) {
  if (ascii_host.ends_with('.')) ascii_host.remove_suffix(1);
  const auto dot = ascii_host.rfind('.');
  const auto last = dot == ascii_host.npos ? ascii_host : ascii_host.substr(dot + 1);
  if (all_digits(last)) return true;
  return last.starts_with("0x") && parse_number(last).has_value();
}

std::optional<std::string> parse_ipv4(std::string_view ascii_host) {
  auto parts = split_labels(ascii_host);
  if (parts.back().empty() && parts.size() > 1) parts.pop_back();
  if (parts.size() > 4) return std::nullopt;
  std::uint64_t address = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto number = parse_number(parts[i]);
    if (!number) return std::nullopt;
    const bool last = i + 1 == parts.size();
    // The last number fills all bytes that the others left.
    const auto bits = last ? 8 * (5 - parts.size()) : std::size_t{8};
    if (*number >> bits) return std::nullopt;
    address |= *number << (last ? 0 : 8 * (3 - i));
  }
  return fmt::format("{}.{}.{}.{}", address >> 24, address >> 16 & 255, address >> 8 & 255,
                     address & 255);
}

std::optional<std::string> parse_ipv6(std::string_view text) {
  Pieces pieces{};
  std::size_t count = 0, at = 0;
  std::optional<std::size_t> compressed;
  if (text.starts_with(':')) {
    if (!text.starts_with("::")) return std::nullopt;
    at = 2;
    compressed = 0;
  }
  while (at < text.size()) {
    if (count == 8) return std::nullopt;
    if (text[at] == ':') {
      if (compressed) return std::nullopt;
      ++at;
      compressed = count;
      continue;
    }
    unsigned value = 0;
    std::size_t end = at;
    while (end < text.size() && end - at < 4 && hex_digit(text[end]) >= 0)
      value = value * 16 + static_cast<unsigned>(hex_digit(text[end++]));
    if (end < text.size() && text[end] == '.') {
      if (!parse_ipv4_tail(text.substr(at), pieces, count)) return std::nullopt;
      break;
    }
    if (end == at) return std::nullopt;
    pieces[count++] = static_cast<std::uint16_t>(value);
    at = end;
    if (at == text.size()) break;
    if (text[at] != ':' || ++at == text.size()) return std::nullopt;
  }
  if (!compressed && count != 8) return std::nullopt;
  if (compressed) {
    if (count == 8) return std::nullopt;
    for (std::size_t i = count, to = 8; i > *compressed;) std::swap(pieces[--i], pieces[--to]);
  }
  return serialize_ipv6(pieces);
}

}  // namespace touchstone
