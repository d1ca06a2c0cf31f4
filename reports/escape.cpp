#include "reports/escape.h"

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

std::string html_link(std::string_view address, std::string_view label) {
  const auto url = Url::parse(address);
  const std::string shown = html_escaped(label.empty() ? address : label);
  if (!url) return shown;
  return "<a dir=\"ltr\" rel=\"noopener noreferrer nofollow\" href=\"" + html_escaped(url->href()) +
         "\">" + shown + "</a>";
}

}  // namespace touchstone
