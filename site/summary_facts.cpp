#include "site/summary_facts.h"

#include <algorithm>

#include "site/http_text.h"
#include "site/iso_date.h"
#include "site/text.h"

namespace touchstone {

namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

}  // namespace

std::string beginning(std::string text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (text[bytes] & 0xC0) == 0x80) --bytes;
  text.resize(bytes);
  return text;
}

bool starts_with_no_case(std::string_view text, std::string_view lower_case) {
  return text.size() >= lower_case.size() &&
         std::equal(lower_case.begin(), lower_case.end(), text.begin(),
                    [](char a, char b) { return a == lower(b); });
}

bool has_word(std::string_view list, std::string_view lower_case) {
  constexpr std::string_view between = " \t\n\f\r,";
  for (auto begin = list.find_first_not_of(between); begin != std::string_view::npos;
       begin = list.find_first_not_of(between, begin)) {
    const auto word = list.substr(begin, list.find_first_of(between, begin) - begin);
    if (word.size() == lower_case.size() && starts_with_no_case(word, lower_case)) return true;
    begin += word.size();
  }
  return false;
}

bool displays_none(std::string_view style) {
  for (auto at = style.find("display"); at != std::string_view::npos;
       at = style.find("display", at + 1)) {
    auto value = style.substr(at + 7);
    const auto skip = value.find_first_not_of(" \t\n:");
    if (skip != std::string_view::npos && value.substr(skip).starts_with("none")) return true;
  }
  return false;
}

void take_newer(std::optional<Time>& newest, std::string_view text) {
  const auto time = parse_iso_date(text);
  if (time && (!newest || *time > *newest)) newest = *time;
}

void take_meta(PageSummary& summary, std::string_view name, std::string_view content) {
  const auto text = [&] { return beginning(collapse_spaces(content), PageSummary::longest_text); };
  if (name == "description" && !summary.has_description) {
    summary.has_description = true;
    summary.description = text();
  } else if (name == "generator" && summary.generator.empty()) {
    summary.generator = text();
  } else if (name == "robots") {
    if (summary.robots.empty()) summary.robots = lower_ascii(text());
    const bool none = has_word(content, "none");
    summary.noindex = summary.noindex || none || has_word(content, "noindex");
    summary.nofollow = summary.nofollow || none || has_word(content, "nofollow");
  } else if (name == "article:modified_time" || name == "og:updated_time") {
    take_newer(summary.modified, trimmed(content));
  } else if (name == "article:published_time") {
    take_newer(summary.newest_date, trimmed(content));
  }
}

void take_json_ld(PageSummary& summary, std::string_view block) {
  const bool has_review = block.find("\"Review\"") != std::string_view::npos ||
                          block.find("\"Comment\"") != std::string_view::npos;
  for (const std::string_view key : {"\"dateModified\"", "\"datePublished\""}) {
    const bool modified = key == "\"dateModified\"";
    if (has_review && !modified) continue;
    auto& newest = modified ? summary.modified : summary.newest_date;
    for (auto at = block.find(key); at != std::string_view::npos; at = block.find(key, at + 1)) {
      const auto colon = block.find_first_not_of(" \t\r\n", at + key.size());
      if (colon == std::string_view::npos || block[colon] != ':') continue;
      const auto quote = block.find_first_not_of(" \t\r\n", colon + 1);
      if (quote == std::string_view::npos || block[quote] != '"') continue;
      const auto end = block.find('"', quote + 1);
      if (end == std::string_view::npos || end - quote > 64) continue;
      take_newer(newest, block.substr(quote + 1, end - quote - 1));
    }
  }
}

}  // namespace touchstone
