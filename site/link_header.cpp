// The Link field by the parsing algorithms of RFC 8288, appendix B.

#include <algorithm>

#include "site/http_text.h"
#include "site/media_type.h"
#include "site/percent.h"

namespace touchstone {
namespace {

constexpr std::string_view space = " \t";

void skip_space(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(space), text.size()));
}

// RFC 8187: "UTF-8'de'%C3%BC" -> "ü". Other charsets than UTF-8 are not sent any more.
std::optional<std::string> decode_extended(std::string_view value) {
  const auto first = value.find('\'');
  const auto second = first == value.npos ? first : value.find('\'', first + 1);
  if (second == value.npos || lower_ascii(value.substr(0, first)) != "utf-8") return std::nullopt;
  return percent_decode(value.substr(second + 1));
}

void parse_parameters(std::string_view& text, LinkField& link) {
  for (skip_space(text); text.starts_with(';'); skip_space(text)) {
    text.remove_prefix(1);
    skip_space(text);
    const auto name_end = std::min(text.find_first_of(" \t=;,"), text.size());
    const auto name = lower_ascii(text.substr(0, name_end));
    text.remove_prefix(name_end);
    skip_space(text);
    std::optional<std::string> value = "";
    if (text.starts_with('=')) {
      text.remove_prefix(1);
      skip_space(text);
      if (text.starts_with('"')) {
        value = take_quoted_string(text);
      } else {
        const auto end = std::min(text.find_first_of(";,"), text.size());
        value = trimmed(text.substr(0, end));
        text.remove_prefix(end);
      }
    }
    if (name.ends_with('*')) value = decode_extended(*value);
    if (!name.empty() && value) link.parameters.emplace_back(name, std::move(*value));
  }
}

}  // namespace

std::vector<LinkField> parse_link_header(std::string_view value) {
  std::vector<LinkField> links;
  while (true) {
    value.remove_prefix(std::min(value.find_first_not_of(" \t,"), value.size()));
    const auto end = value.find('>');
    if (!value.starts_with('<') || end == value.npos) return links;
    LinkField link;
    link.target = trimmed(value.substr(1, end - 1));
    value.remove_prefix(end + 1);
    parse_parameters(value, link);
    links.push_back(std::move(link));
    if (!value.starts_with(',')) return links;
  }
}

bool LinkField::has_rel(std::string_view rel) const {
  const auto found = std::find_if(parameters.begin(), parameters.end(),
                                  [](const auto& each) { return each.first == "rel"; });
  if (found == parameters.end()) return false;
  const auto words = lower_ascii(found->second), wanted = lower_ascii(rel);
  for (std::size_t begin = 0; begin < words.size();) {
    const auto end = std::min(words.find_first_of(space, begin), words.size());
    if (words.compare(begin, end - begin, wanted) == 0) return true;
    begin = end + 1;
  }
  return false;
}

}  // namespace touchstone
