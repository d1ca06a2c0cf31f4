#include "checks/money.h"

#include <re2/re2.h>

#include <algorithm>
#include <map>

#include "site/embedded.h"
#include "site/text.h"

namespace touchstone {

namespace {

// The digits of Latin, Arabic, Persian, Devanagari and full-width script.
constexpr const char* digit = "[0-9٠-٩۰-۹०-९０-９]";
// Between groups of three (in India of two, by commas): spaces of several widths, dot, comma,
// apostrophe, the Arabic sign.
constexpr const char* group = "[ \u00a0\u2009\u202f.,'’٬،]";

struct Currencies {
  std::map<std::string, std::string, std::less<>> code_of;  // sign -> code, both as listed
  std::vector<std::string> before, behind;                  // signs by where they may stand
};

// "F CFA", "F_CFA" as listed and "FCFA" are one sign.
std::string without_blanks(std::string sign) {
  sign.erase(std::remove_if(sign.begin(), sign.end(), [](char c) { return c == ' ' || c == '_'; }),
             sign.end());
  return sign;
}

Currencies read_currencies() {
  Currencies read;
  for (std::string_view line : embedded_list("checks/data/currencies.txt")) {
    const auto next_word = [&line] {
      const auto end = std::min(line.find(' '), line.size());
      const std::string word(line.substr(0, end));
      line.remove_prefix(std::min(end + 1, line.size()));
      return word;
    };
    const std::string code = next_word();
    bool only_behind = false;
    while (!line.empty()) {
      const std::string sign = next_word();
      if (sign == "|") {
        only_behind = true;
        continue;
      }
      read.code_of[without_blanks(fold(sign))] = code == "-" ? "" : code;
      read.behind.push_back(sign);
      if (!only_behind) read.before.push_back(sign);
    }
  }
  return read;
}

const Currencies& currencies() {
  static const Currencies known = read_currencies();
  return known;
}

bool is_capital_word(std::string_view sign) {
  return std::all_of(sign.begin(), sign.end(),
                     [](char c) { return (c >= 'A' && c <= 'Z') || c == '_'; });
}

// Alternatives, the longer first, because the first that fits is taken.
std::string any_of_signs(std::vector<std::string> signs) {
  std::stable_sort(signs.begin(), signs.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  std::string pattern;
  for (const auto& sign : signs) {
    std::string quoted = RE2::QuoteMeta(sign);
    RE2::GlobalReplace(&quoted, "_", "[ \u00a0\u202f]");
    pattern +=
        (pattern.empty() ? "" : "|") + (is_capital_word(sign) ? quoted : "(?i:" + quoted + ")");
  }
  return pattern;
}

// 1: sign before, 2: its number; 3: number, 4: sign behind it. A number begins where no letter or
// digit stands before; a word ends where no letter follows, but Chinese, Japanese and Korean.
const RE2& money() {
  static const RE2 pattern([] {
    const std::string d = digit;
    const std::string number = "(" + d + "{1,3}(?:" + group + d + "{3}){1,4}(?:[.,٫]" + d +
                               "{1,2})?|" + d + "{1,2}(?:," + d + "{2}){1,3}," + d + "{3}(?:[.]" +
                               d + "{2})?|" + d + "{1,12}(?:[.,٫]" + d + "{1,2})?)";
    const std::string space = "[ \u00a0\u2009\u202f]?";
    const std::string edge = "(?:[^\\pL\\pN]|$)";
    return "(?:^|[^\\pL\\pN])(?:(" + any_of_signs(currencies().before) + ")" + space + number +
           edge + "|" + number + "(?:[.,]?[-–—])?" + space + "(?:(" +
           any_of_signs(currencies().behind) + ")" +
           "(?:[^\\pL]|$|\\p{Han}|\\p{Hangul}|\\p{Hiragana}|\\p{Katakana})))";
  }());
  return pattern;
}

std::string code_of(const re2::StringPiece& sign) {
  const auto found = currencies().code_of.find(without_blanks(fold({sign.data(), sign.size()})));
  return found == currencies().code_of.end() ? "" : found->second;
}

// One or two digits behind the last separator are a fraction, three a group.
std::int64_t hundredths_of(const re2::StringPiece& number) {
  const std::string text = ascii_digits({number.data(), number.size()});
  std::int64_t value = 0;
  std::size_t behind_separator = 0;
  bool separated = false;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      value = value * 10 + (c - '0');
      ++behind_separator;
    } else {
      separated = true;
      behind_separator = 0;
    }
  }
  const bool fraction = separated && behind_separator < 3;
  if (!fraction) return value * 100;
  return behind_separator == 2 ? value : value * 10;
}

}  // namespace

std::vector<Amount> amounts_in(std::string_view text, std::size_t most) {
  std::vector<Amount> amounts;
  const re2::StringPiece whole(text.data(), text.size());
  std::size_t at = 0;
  re2::StringPiece part[5];
  while (amounts.size() < most &&
         money().Match(whole, at, whole.size(), RE2::UNANCHORED, part, 5)) {
    const bool before = part[1].data() != nullptr;
    const auto& first = before ? part[1] : part[3];
    const auto& last = before ? part[2] : part[4];
    const auto& number = before ? part[2] : part[3];
    const auto begin = static_cast<std::size_t>(first.data() - whole.data());
    const auto end = static_cast<std::size_t>(last.data() - whole.data()) + last.size();
    amounts.push_back({begin, end, hundredths_of(number), code_of(before ? part[1] : part[4])});
    at = end;
  }
  return amounts;
}

}  // namespace touchstone
