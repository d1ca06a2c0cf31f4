#include "reports/layout.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

#include "site/text.h"

namespace touchstone {

bool steers(char32_t code_point) {
  const auto character = static_cast<UChar32>(code_point);
  const auto category = u_charType(character);
  const bool bidi_control = (character >= 0x202A && character <= 0x202E) ||
                            (character >= 0x2066 && character <= 0x2069) || character == 0x200E ||
                            character == 0x200F || character == 0x061C;
  return category == U_CONTROL_CHAR || category == U_SURROGATE || bidi_control ||
         character == 0x2028 || character == 0x2029;
}

std::string printable(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t begin = at;
    UChar32 character = 0;
    U8_NEXT(text.data(), at, size, character);
    if (character < 0) {
      safe += "\xEF\xBF\xBD";
    } else if (steers(static_cast<char32_t>(character))) {
      safe += ' ';
    } else {
      safe.append(
          text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin)));
    }
  }
  return collapse_spaces(safe);
}

int columns(std::string_view text) {
  return static_cast<int>(grapheme_count(text, true));
}

std::string fit(std::string_view text, int width) {
  std::string line(text);
  for (auto keep = static_cast<std::size_t>(width); columns(line) > width && keep > 0; --keep) {
    line = shorten(text, keep - 1);
  }
  return line + std::string(static_cast<std::size_t>(std::max(0, width - columns(line))), ' ');
}

std::vector<std::string> wrapped(std::string_view text, int width) {
  std::vector<std::string> lines(1);
  int used = 0;
  while (!text.empty()) {
    const auto end = text.find(' ');
    const std::string_view word = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    const int needed = columns(word);
    if (used > 0 && used + 1 + needed > width) {
      lines.emplace_back();
      used = 0;
    }
    if (used > 0) {
      lines.back() += ' ';
      ++used;
    }
    lines.back() += word;
    used += needed;
  }
  return lines;
}

}  // namespace touchstone
