#include "checks/durations.h"

#include <re2/re2.h>

#include <string>

#include "checks/numbered_words.h"

namespace touchstone {

namespace {

// Words of hours, days, weeks, and how many hours each has.
const NumberedWords& units() {
  static const NumberedWords known = read_numbered_words("checks/data/durations.txt");
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

std::string_view view_of(const re2::StringPiece& piece) {
  return {piece.data(), piece.size()};
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
    const int number = written_number(view_of(part[2].data() ? part[2] : part[1]));
    const int hours = number * units().find(view_of(part[3])).value_or(0);
    if (hours > 0) found.push_back({begin, at, hours});
  }
  return found;
}

}  // namespace touchstone
