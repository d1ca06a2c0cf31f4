#include "checks/presence/glyphs.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace touchstone {

namespace {

bool is_dash(UChar32 c) {
  return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFF0D || c == 0x30FC || c == 0x2500;
}

bool is_unseen(UChar32 c) {
  return u_charType(c) == U_FORMAT_CHAR || u_charType(c) == U_NON_SPACING_MARK;
}

bool writes_without_spaces(UChar32 c) {
  UErrorCode error = U_ZERO_ERROR;
  const auto script = uscript_getScript(c, &error);
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ||
         script == USCRIPT_HANGUL || script == USCRIPT_THAI;
}

char look_of(UChar32 c) {
  if (is_dash(c)) return '-';
  if (c < 0x80) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return 'a';
    if (c == '[') return '(';
    if (c == ']') return ')';
    if (c == '$') return '$';
    return c < ' ' ? ' ' : static_cast<char>(c);
  }
  if (const auto digit = u_charDigitValue(c); digit >= 0) return static_cast<char>('0' + digit);
  if (u_isUWhiteSpace(c)) return ' ';
  switch (c) {
    case 0xFF0B:
      return '+';
    case 0xFF0E:
    case 0x00B7:
    case 0x2022:
    case 0x2024:
      return '.';
    case 0xFF0F:
    case 0x2044:
      return '/';
    case 0xFF08:
      return '(';
    case 0xFF09:
      return ')';
    case 0xFF1A:
      return ':';
    default:
      break;
  }
  if (u_charType(c) == U_CURRENCY_SYMBOL) return '$';
  if (u_isalpha(c)) return writes_without_spaces(c) ? 'c' : 'a';
  return '?';
}

}  // namespace

std::vector<Glyph> glyphs_of(std::string_view line) {
  std::vector<Glyph> glyphs;
  glyphs.reserve(line.size());
  const auto length = static_cast<std::int32_t>(line.size());
  for (std::int32_t i = 0; i < length;) {
    const auto begin = static_cast<std::size_t>(i);
    UChar32 c = 0;
    U8_NEXT(line.data(), i, length, c);
    if (c < 0) c = 0xFFFD;
    if (c < 0x80 || !is_unseen(c))
      glyphs.push_back({look_of(c), begin, static_cast<std::size_t>(i)});
  }
  return glyphs;
}

bool has_digit(std::string_view line) {
  const auto length = static_cast<std::int32_t>(line.size());
  for (std::int32_t i = 0; i < length;) {
    const auto byte = static_cast<unsigned char>(line[static_cast<std::size_t>(i)]);
    if (byte < 0x80) {
      if (byte >= '0' && byte <= '9') return true;
      ++i;
      continue;
    }
    UChar32 c = 0;
    U8_NEXT(line.data(), i, length, c);
    if (c >= 0 && u_charDigitValue(c) >= 0) return true;
  }
  return false;
}

}  // namespace touchstone
