#include "reports/escape.h"

#include <fmt/format.h>
#include <unicode/utf8.h>

#include <cstdint>
#include <iterator>

#include "reports/layout.h"
#include "site/url.h"

namespace touchstone {

std::string html_escaped(std::string_view text) {
  std::string escaped;
  for (const char character : printable(text)) {
    switch (character) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&#39;";
        break;
      default:
        escaped += character;
    }
  }
  return escaped;
}

std::string markdown_escaped(std::string_view text) {
  static constexpr std::string_view special = "\\`*_{}[]()<>#+!|~&@";
  std::string escaped;
  for (const char character : printable(text)) {
    if (special.find(character) != std::string_view::npos) escaped += '\\';
    escaped += character;
  }
  // "https:" in running text would become a link in GitHub's dialect.
  for (auto at = escaped.find("://"); at != std::string::npos; at = escaped.find("://", at + 4)) {
    escaped.replace(at, 3, "\\://");
  }
  return escaped;
}

std::string markdown_link(std::string_view address) {
  const auto url = Url::parse(address);
  if (!url || url->href().find_first_of("<> ") != std::string::npos) {
    return markdown_escaped(address);
  }
  return "<" + url->href() + ">";
}

// RFC 8259 section 7. Below U+0020 only spaces between the values are left.
std::string json_escaped(std::string_view json) {
  std::string escaped;
  escaped.reserve(json.size());
  const auto size = static_cast<std::int32_t>(json.size());
  for (std::int32_t at = 0; at < size;) {
    const auto begin = static_cast<std::size_t>(at);
    UChar32 character = 0;
    U8_NEXT_OR_FFFD(json.data(), at, size, character);
    if (character > ' ' && steers(static_cast<char32_t>(character))) {
      fmt::format_to(std::back_inserter(escaped), "\\u{:04x}", static_cast<unsigned>(character));
    } else {
      escaped += json.substr(begin, static_cast<std::size_t>(at) - begin);
    }
  }
  return escaped;
}

std::string html_link(std::string_view address, std::string_view label) {
  const auto url = Url::parse(address);
  const std::string shown = html_escaped(label.empty() ? address : label);
  if (!url) return shown;
  return "<a dir=\"ltr\" rel=\"noopener noreferrer nofollow\" href=\"" + html_escaped(url->href()) +
         "\">" + shown + "</a>";
}

}  // namespace touchstone
