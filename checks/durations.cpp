#include "checks/durations.h"

#include <re2/re2.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <string>

#include "site/embedded.h"
#include "site/text.h"

namespace touchstone {

namespace {

struct Units {
  std::map<std::string, int, std::less<>> hours_of;  // folded word -> hours
  std::string pattern;                               // the words, the longer first
};

// "-" in the list stands for a space or a hyphen.
Units read_units() {
  Units units;
  std::vector<std::string> words;
  for (std::string_view line : embedded_list("checks/data/durations.txt")) {
    int hours = 0;
    std::from_chars(line.data(), line.data() + line.size(), hours);
    line.remove_prefix(std::min(line.find(' ') + 1, line.size()));
    while (!line.empty()) {
      const auto end = std::min(line.find(' '), line.size());
      std::string word(line.substr(0, end));
      std::replace(word.begin(), word.end(), '-', ' ');
      units.hours_of.emplace(fold(word), hours);
      words.push_back(std::move(word));
      line.remove_prefix(std::min(end + 1, line.size()));
    }
  }
  std::stable_sort(words.begin(), words.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  for (const auto& word : words) {
    units.pattern += (units.pattern.empty() ? "" : "|") + RE2::QuoteMeta(word);
  }
  return units;
}

const Units& units() {
  static const Units known = read_units();
  return known;
}

// 1: the number, or the first of two; 2: the second; 3: the word. Chinese, Japanese and Korean
// words have no end of their own.
const RE2& duration() {
  static const RE2 pattern([] {
    const std::string number = "([0-9٠-٩۰-۹०-९０-９]{1,3})", space = "[ \u00a0]{0,2}";
    return "(?:^|[^\\pL\\pN.,])" + number + "(?:" + space + "(?:[-–—~〜/]|to|до|bis|a|à|do|تا|or)" +
           space + number + ")?[ \u00a0-]{0,2}((?i:" + units().pattern +
           "))(?:[^\\pL]|$|\\p{Han}|\\p{Hangul}|\\p{Hiragana}|\\p{Katakana})";
  }());
  return pattern;
}

int number_of(const re2::StringPiece& piece) {
  const std::string text = ascii_digits({piece.data(), piece.size()});
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

int hours_of(const re2::StringPiece& word) {
  std::string folded = fold({word.data(), word.size()});
  const auto found = units().hours_of.find(folded);
  return found == units().hours_of.end() ? 0 : found->second;
}

}  // namespace

std::vector<Duration> durations_in(std::string_view text, std::size_t most) {
  std::vector<Duration> found;
  const re2::StringPiece whole(text.data(), text.size());
  re2::StringPiece part[4];
  std::size_t at = 0;
  while (found.size() < most &&
         duration().Match(whole, at, whole.size(), RE2::UNANCHORED, part, 4)) {
    const auto begin = static_cast<std::size_t>(part[1].data() - whole.data());
    at = static_cast<std::size_t>(part[3].data() - whole.data()) + part[3].size();
    const int number = number_of(part[2].data() ? part[2] : part[1]);
    const int hours = number * hours_of(part[3]);
    if (hours > 0) found.push_back({begin, at, hours});
  }
  return found;
}

}  // namespace touchstone
