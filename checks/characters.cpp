#include "checks/characters.h"

#include <unicode/utf8.h>

#include <unicode/uchar.h>

#include <cstdint>

namespace touchstone {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

int continuation_bytes(unsigned char lead) {
  if (lead < 0x80) return 0;
  if (lead >= 0xC2 && lead < 0xE0) return 1;
  if (lead >= 0xE0 && lead < 0xF0) return 2;
  if (lead >= 0xF0 && lead < 0xF5) return 3;
  return -1;
}

}  // namespace

std::u32string characters(std::string_view utf8) {
  std::u32string found;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[at++]);
    int more = continuation_bytes(lead);
    char32_t character = more == 0 ? lead : lead & (0x3Fu >> more);
    if (more < 0) character = kReplacement;
    for (; more > 0 && at < utf8.size() && (utf8[at] & 0xC0) == 0x80; --more) {
      character = character << 6 | (static_cast<unsigned char>(utf8[at++]) & 0x3Fu);
    }
    found.push_back(more > 0 ? kReplacement : character);
  }
  return found;
}

std::string_view whole_characters(std::string_view cut) {
  const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
  while (!cut.empty() && continues(cut.front())) cut.remove_prefix(1);
  std::size_t tail = 0;
  while (tail < cut.size() && continues(cut[cut.size() - 1 - tail])) ++tail;
  if (tail == cut.size()) return {};
  const auto lead = static_cast<unsigned char>(cut[cut.size() - 1 - tail]);
  const std::size_t wanted = lead < 0x80 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
  if (tail != wanted) cut.remove_suffix(tail + 1);
  return cut;
}

bool alphanumeric_before(std::string_view text, std::size_t offset) {
  if (offset == 0 || offset > text.size()) return false;
  auto i = static_cast<std::int32_t>(offset);
  UChar32 c = 0;
  U8_PREV(text.data(), 0, i, c);
  return c > 0 && u_isalnum(c);
}

bool letter_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return false;
  auto i = static_cast<std::int32_t>(offset);
  UChar32 c = 0;
  U8_NEXT(text.data(), i, static_cast<std::int32_t>(text.size()), c);
  return c > 0 && u_isalpha(c);
}

}  // namespace touchstone
