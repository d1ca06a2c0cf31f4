#include "site/formatting_work.h"

#include <algorithm>
#include <array>
#include <string>

namespace touchstone {

namespace {

// The sum of the squares of their numbers of attributes: seconds, where all meet 640 open ones.
constexpr std::size_t limit = 1'000'000;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

// HTML Standard 13.2.4.3, without <a>, which is never open twice.
bool is_formatting(std::string_view name) {
  static constexpr std::array<std::string_view, 13> names{
      "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"};
  std::string lower(name);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return std::binary_search(names.begin(), names.end(), lower);
}

// The attributes of the tag whose name ends at `at` (13.2.5.32 ff.), up to what breaks the limit.
std::size_t attributes_at(std::string_view html, std::size_t at) {
  std::size_t count = 0;
  while (at < html.size() && html[at] != '>' && count * count <= limit) {
    if (is_space(html[at]) || html[at] == '/') {
      ++at;
      continue;
    }
    ++count;
    at = std::min(html.find_first_of("= \t\n\f\r/>", at + 1), html.size());
    at = std::min(html.find_first_not_of(" \t\n\f\r", at), html.size());
    if (at == html.size() || html[at] != '=') continue;
    at = std::min(html.find_first_not_of(" \t\n\f\r", at + 1), html.size());
    if (at == html.size()) break;
    if (html[at] == '"' || html[at] == '\'') {
      at = std::min(html.find(html[at], at + 1), html.size() - 1) + 1;
    } else {
      at = std::min(html.find_first_of(" \t\n\f\r>", at), html.size());
    }
  }
  return count;
}

}  // namespace

bool has_too_many_formatting_attributes(std::string_view html) {
  constexpr std::size_t longest_name = 6;
  std::size_t work = 0;
  for (auto at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    const auto rest = html.substr(at + 1, longest_name + 1);
    const auto end =
        std::find_if(rest.begin(), rest.end(), [](char c) { return is_space(c) || c == '/'; });
    if (end == rest.end() || !is_formatting(std::string_view(rest.begin(), end))) continue;
    const auto count = attributes_at(html, at + 1 + static_cast<std::size_t>(end - rest.begin()));
    work += count * count;
    if (work > limit) return true;
  }
  return false;
}

}  // namespace touchstone
