#include "site/tag_list.h"

#include <algorithm>

#include "site/http_text.h"

namespace touchstone {
namespace {

bool is_tag_name(std::string_view name) {
  const auto is_letter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
  return !name.empty() && is_letter(name.front()) &&
         std::all_of(name.begin(), name.end(), [&](char c) {
           return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-';
         });
}

}  // namespace

std::optional<std::string> TagList::value(std::string_view name) const {
  for (const auto& [tag, text] : tags)
    if (tag == name) return text;
  return std::nullopt;
}

TagList parse_tag_list(std::string_view text) {
  constexpr std::size_t most_tags = 100;
  TagList list;
  while (!text.empty()) {
    const auto end = std::min(text.find(';'), text.size());
    const auto part = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(text.size(), end + 1));
    if (part.empty() && trimmed(text).empty()) break;
    const auto equals = part.find('=');
    const auto name = trimmed(part.substr(0, equals));
    if (equals == part.npos || !is_tag_name(name) || list.has(name) ||
        list.tags.size() == most_tags) {
      list.well_formed = false;
      if (list.tags.size() == most_tags) break;
      continue;
    }
    list.tags.emplace_back(name, trimmed(part.substr(equals + 1)));
  }
  return list;
}

bool has_version(std::string_view record, std::string_view version) {
  const auto end = std::min(record.find(';'), record.size());
  const auto first = parse_tag_list(record.substr(0, end));
  return first.tags.size() == 1 && first.tags[0].first == "v" && first.tags[0].second == version;
}

}  // namespace touchstone
