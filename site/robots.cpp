#include "site/robots.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <span>

namespace touchstone {
namespace {

constexpr std::size_t parsed_bytes = 500u << 10;
constexpr std::size_t max_sitemaps = 1'000;
// Longer lines are cut: eight times the longest address that browsers took (2,083 characters).
constexpr std::size_t line_bytes = 2'083 * 8 - 1;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
bool is_token_character(char c) {
  return is_letter(c) || c == '_' || c == '-';
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

std::string lower_case(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

bool starts_with(std::string_view text, std::string_view lower_case_prefix) {
  return text.size() >= lower_case_prefix.size() &&
         std::equal(lower_case_prefix.begin(), lower_case_prefix.end(), text.begin(),
                    [](char a, char b) { return a == lower(b); });
}

enum class Directive { user_agent, allow, disallow, sitemap, crawl_delay, other };

struct DirectiveName {
  std::string_view prefix;
  Directive directive;
};

// A line's name counts by its beginning; the misspellings are those that Google's parser accepts.
constexpr std::array<DirectiveName, 13> directive_names{{
    {"user-agent", Directive::user_agent},
    {"useragent", Directive::user_agent},
    {"user agent", Directive::user_agent},
    {"allow", Directive::allow},
    {"disallow", Directive::disallow},
    {"dissallow", Directive::disallow},
    {"dissalow", Directive::disallow},
    {"disalow", Directive::disallow},
    {"diasllow", Directive::disallow},
    {"disallaw", Directive::disallow},
    {"sitemap", Directive::sitemap},
    {"site-map", Directive::sitemap},
    {"crawl-delay", Directive::crawl_delay},
}};

Directive directive_of(std::string_view name) {
  for (const auto& [prefix, directive] : directive_names)
    if (starts_with(name, prefix)) return directive;
  return Directive::other;
}

struct Line {
  std::string_view name, value;
};

// "name: value  # comment", or "name value" where the colon was forgotten and the value is one
// word.
std::optional<Line> read_line(std::string_view line) {
  line = trim(line.substr(0, line.find('#')));
  auto separator = line.find(':');
  if (separator == line.npos) {
    separator = line.find_first_of(" \t");
    if (separator == line.npos) return {};
    if (trim(line.substr(separator)).find_first_of(" \t") != line.npos) return {};
  }
  const auto name = trim(line.substr(0, separator));
  if (name.empty()) return {};
  return Line{name, trim(line.substr(separator + 1))};
}

// Where a piece without '*' begins at or after `from`; npos when nowhere.
std::size_t find_piece(std::string_view path, std::string_view piece, std::size_t from) {
  return from > path.size() ? path.npos : path.find(piece, from);
}

// '*' stands for any characters, '$' at the end for the end (RFC 9309 section 2.2.3). Taking each
// piece between stars where it first occurs decides without backtracking.
bool matches(std::string_view pattern, std::string_view path) {
  const bool anchored = !pattern.empty() && pattern.back() == '$';
  if (anchored) pattern.remove_suffix(1);
  if (anchored && !path.ends_with(pattern.substr(pattern.rfind('*') + 1))) return false;
  auto star = pattern.find('*');
  auto piece = pattern.substr(0, star);
  if (path.substr(0, piece.size()) != piece) return false;
  std::size_t at = piece.size();
  if (star == pattern.npos) return !anchored || at == path.size();
  for (;;) {
    pattern.remove_prefix(star + 1);
    star = pattern.find('*');
    piece = pattern.substr(0, star);
    if (star == pattern.npos) break;
    at = find_piece(path, piece, at);
    if (at == path.npos) return false;
    at += piece.size();
  }
  if (!anchored) return find_piece(path, piece, at) != path.npos;
  return path.size() >= at + piece.size();  // it ends with the piece, as was seen
}

// An allow rule for a directory's index page holds for the directory itself.
std::optional<std::string> without_index_page(std::string_view pattern) {
  const auto slash = pattern.rfind('/');
  if (slash == pattern.npos || !pattern.substr(slash).starts_with("/index.htm")) return {};
  return std::string(pattern.substr(0, slash + 1)) + '$';
}

std::optional<std::chrono::milliseconds> read_delay(std::string_view value) {
  double seconds = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
  if (error != std::errc() || !std::isfinite(seconds) || seconds < 0) return {};
  constexpr double most = 86'400;
  return std::chrono::milliseconds(static_cast<std::int64_t>(std::min(seconds, most) * 1'000));
}

// Bytes of the mark may be missing from its end; what follows them is text.
std::string_view without_byte_order_mark(std::string_view text) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  std::size_t same = 0;
  while (same < mark.size() && same < text.size() && text[same] == mark[same]) ++same;
  return text.substr(same);
}

// A line that was cut would forbid more than it says: "/", where it says "/private".
std::string_view whole_lines(std::string_view text) {
  const auto end = text.find_last_of("\r\n");
  return text.substr(0, end == text.npos ? 0 : end);
}

}  // namespace

class RobotsReader {
 public:
  Robots read(std::string_view text) {
    robots_.truncated_ = text.size() > parsed_bytes;
    if (robots_.truncated_) text = whole_lines(text.substr(0, parsed_bytes));
    text = without_byte_order_mark(text);
    for (int number = 1; !text.empty(); ++number) {
      const auto end = text.find_first_of("\r\n");
      if (const auto line = read_line(text.substr(0, std::min(end, line_bytes))))
        take(*line, number);
      if (end == text.npos) break;
      text.remove_prefix(end + (text.substr(end, 2) == "\r\n" ? 2 : 1));
    }
    sort_rules();
    return std::move(robots_);
  }

 private:
  void take(const Line& line, int number) {
    const auto directive = directive_of(line.name);
    const bool known = directive != Directive::other && directive != Directive::crawl_delay;
    ++(known ? robots_.valid_ : robots_.unknown_);
    robots_.last_line_ = number;
    switch (directive) {
      case Directive::user_agent:
        return take_agent(line.value);
      case Directive::allow:
        return take_rule(true, line.value);
      case Directive::disallow:
        return take_rule(false, line.value);
      case Directive::sitemap:
        if (robots_.sitemaps_.size() < max_sitemaps) robots_.sitemaps_.emplace_back(line.value);
        return;
      case Directive::crawl_delay:
        return take_delay(line.value);
      case Directive::other:
        return;
    }
  }

  void take_agent(std::string_view value) {
    if (robots_.groups_.empty() || !robots_.groups_.back().rules.empty())
      robots_.groups_.emplace_back();
    auto& agents = robots_.groups_.back().agents;
    if (value.starts_with('*') && (value.size() == 1 || is_space(value[1]))) {
      agents.emplace_back("*");
      return;
    }
    const auto end = std::find_if_not(value.begin(), value.end(), is_token_character);
    agents.push_back(lower_case({value.begin(), end}));
  }

  void take_rule(bool allow, std::string_view value) {
    if (robots_.groups_.empty()) return;  // before any user-agent line
    auto& rules = robots_.groups_.back().rules;
    rules.push_back({allow, normalise_pattern(value)});
    if (!allow) return;
    if (auto folder = without_index_page(rules.back().pattern))
      rules.push_back({true, std::move(*folder)});
  }

  // So that the first rule that matches is the one that counts, and none is tried twice.
  void sort_rules() {
    for (auto& [agents, rules] : robots_.groups_) {
      std::sort(rules.begin(), rules.end(), [](const auto& a, const auto& b) {
        if (a.pattern.size() != b.pattern.size()) return a.pattern.size() > b.pattern.size();
        return a.allow != b.allow ? a.allow : a.pattern < b.pattern;
      });
      rules.erase(std::unique(rules.begin(), rules.end()), rules.end());
    }
  }

  void take_delay(std::string_view value) {
    const auto pause = read_delay(value);
    if (!pause || robots_.groups_.empty()) return;
    const auto group = robots_.groups_.size() - 1, end = robots_.groups_.back().agents.size();
    // It ends no group, but what stands above the delay before it is not meant again.
    std::size_t begin = 0;
    if (!robots_.delays_.empty() && robots_.delays_.back().group == group) {
      begin = robots_.delays_.back().end;
      if (begin == end) begin = robots_.delays_.back().begin;
    }
    robots_.delays_.push_back({group, begin, end, *pause});
  }

  Robots robots_;
};

bool Robots::Group::names(std::string_view agent) const {
  return !agent.empty() && std::find(agents.begin(), agents.end(), agent) != agents.end();
}

Robots Robots::parse(std::string_view text) {
  return RobotsReader().read(text);
}

bool Robots::allows(std::string_view agent, const Url& url) const {
  return allows_path(agent, robots_path(url.href()));
}

bool Robots::allows_path(std::string_view agent, std::string_view path) const {
  if (path == "/robots.txt") return true;  // RFC 9309 section 2.2.2
  const auto token = lower_case(agent);
  const bool named = std::any_of(groups_.begin(), groups_.end(),
                                 [&](const Group& group) { return group.names(token); });
  std::size_t allowed = 0, disallowed = 0;  // lengths of the longest patterns that match
  for (const auto& group : groups_) {
    if (!group.names(named ? std::string_view(token) : "*")) continue;
    const auto first = std::find_if(group.rules.begin(), group.rules.end(),
                                    [&](const Rule& rule) { return matches(rule.pattern, path); });
    if (first == group.rules.end()) continue;
    auto& longest = first->allow ? allowed : disallowed;
    longest = std::max(longest, first->pattern.size());
  }
  return allowed >= disallowed;
}

std::optional<std::chrono::milliseconds> Robots::crawl_delay(std::string_view agent) const {
  const auto token = lower_case(agent);
  const bool named = std::any_of(groups_.begin(), groups_.end(),
                                 [&](const Group& group) { return group.names(token); });
  std::optional<std::chrono::milliseconds> result;
  for (const auto& [group, begin, end, pause] : delays_) {
    const auto agents = std::span(groups_[group].agents).subspan(begin, end - begin);
    const auto wanted = named ? std::string_view(token) : "*";
    if (std::find(agents.begin(), agents.end(), wanted) != agents.end()) result = pause;
  }
  return result;
}

bool is_product_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_token_character);
}

}  // namespace touchstone
