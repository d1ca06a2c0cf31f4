#include "checks/characters.h"

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

}  // namespace touchstone
