#include "checks/pdf_text.h"

#include <algorithm>

#include "site/charset.h"
#include "site/percent.h"

namespace touchstone {

namespace {

constexpr std::size_t longest_string = 4'096;

// "\n", "\)", "\101"; `at` stands on the sign behind the backslash and is moved to its last one.
std::string unescaped(std::string_view text, std::size_t& at) {
  const char sign = text[at];
  if (sign >= '0' && sign <= '7') {
    int code = 0;
    std::size_t digits = 0;
    for (; digits < 3 && at + digits < text.size(); ++digits) {
      const char digit = text[at + digits];
      if (digit < '0' || digit > '7') break;
      code = code * 8 + (digit - '0');
    }
    at += digits - 1;
    return std::string(1, static_cast<char>(code));
  }
  if (sign == 'n' || sign == 'r' || sign == 't' || sign == '\n' || sign == '\r') return " ";
  return std::string(1, sign);
}

// The bytes of "(...)", nested brackets and all; `at` is moved behind it.
std::string literal(std::string_view text, std::size_t& at) {
  std::string bytes;
  int depth = 0;
  for (; at < text.size() && bytes.size() < longest_string; ++at) {
    const char sign = text[at];
    if (sign == '\\' && at + 1 < text.size()) {
      ++at;
      bytes += unescaped(text, at);
      continue;
    }
    if (sign == '(' && depth++ == 0) continue;
    if (sign == ')' && --depth == 0) break;
    bytes += sign;
  }
  if (at < text.size()) ++at;
  return bytes;
}

std::string hexadecimal(std::string_view text, std::size_t& at) {
  std::string bytes;
  int half = -1;
  for (++at; at < text.size() && text[at] != '>' && bytes.size() < longest_string; ++at) {
    const int digit = hex_digit(text[at]);
    if (digit < 0) continue;
    if (half >= 0) bytes += static_cast<char>(half * 16 + digit);
    half = half >= 0 ? -1 : digit;
  }
  if (at < text.size()) ++at;
  return bytes;
}

bool is_readable(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(),
                     [](char c) { return static_cast<unsigned char>(c) >= 0x20 || c == '\t'; });
}

}  // namespace

std::optional<std::string> pdf_string(std::string_view text) {
  std::size_t at = 0;
  std::string bytes;
  if (text.starts_with('(')) {
    bytes = literal(text, at);
  } else if (text.starts_with('<') && !text.starts_with("<<")) {
    bytes = hexadecimal(text, at);
  } else {
    return std::nullopt;
  }
  if (bytes.starts_with("\xFE\xFF")) return to_utf8(bytes.substr(2), "utf-16be");
  if (bytes.starts_with("\xEF\xBB\xBF")) return to_utf8(bytes.substr(3), "utf-8");
  return to_utf8(bytes, "windows-1252");
}

// Strings pushed apart by more than a letter ("[(Wo) -250 (rd)] TJ") are words of their own.
void pdf_text(std::string_view content, std::string& text, std::size_t most) {
  for (std::size_t at = 0; at < content.size() && text.size() < most;) {
    if (content[at] == '(') {
      const std::string bytes = literal(content, at);
      if (!is_readable(bytes)) continue;
      const auto words = to_utf8(bytes, "windows-1252");
      if (words.size() > most - text.size()) return;
      text += words;
    } else if (content[at] == '-' && at + 3 < content.size() && content[at + 1] >= '2' &&
               content[at + 1] <= '9' && content[at + 2] >= '0' && content[at + 2] <= '9' &&
               content[at + 3] >= '0' && content[at + 3] <= '9') {
      text += ' ';
      at += 4;
    } else if (content.substr(at, 2) == "Td" || content.substr(at, 2) == "TD" ||
               content.substr(at, 2) == "Tm" || content.substr(at, 2) == "T*") {
      if (!text.empty() && text.back() != '\n') text += '\n';
      at += 2;
    } else {
      ++at;
    }
  }
}

}  // namespace touchstone
