#include <re2/re2.h>

#include <algorithm>
#include <deque>
#include <unordered_set>

#include "checks/presence/finders.h"
#include "checks/presence/glyphs.h"
#include "site/embedded.h"
#include "site/text.h"

namespace touchstone {

namespace {

constexpr std::size_t kReach = 120;  // bytes between the day and its hours

struct DayWords {
  std::unordered_set<std::string> words;  // between spaces
  std::vector<std::string> anywhere;      // phrases, and scripts without spaces
};

DayWords read_list(std::string_view path) {
  DayWords list;
  for (const auto line : embedded_list(path)) {
    const auto folded = fold(line);
    const bool plain = folded.find_first_of(" /-'") == std::string::npos && !mostly_cjk(folded);
    if (plain) {
      list.words.insert(folded);
    } else {
      list.anywhere.push_back(folded);
    }
  }
  return list;
}

bool names_one(const std::string& folded, const DayWords& list) {
  for (const auto& phrase : list.anywhere) {
    if (contains_phrase(folded, phrase)) return true;
  }
  for (const auto& word : words(folded)) {
    if (list.words.contains(word)) return true;
  }
  return false;
}

// From a time to a time, of which one at least is written as a time of day.
bool has_range_of_hours(const std::string& folded) {
  static const RE2 range(
      R"((?:^|[^\d.,:])(?:[01]?\d|2[0-4])(?:[:.h]\s?[0-5]\d| ?uhr| ?h\b|時(?:[0-5]\d分)?|시|点)?(?:\s?[ap]\.?\s?m\.?|\s?ч|\s?г)?)"
      R"((?:\s?(?:uhr|h|hs|hrs|pm|am)\.?)?\s?(?:-|–|—|‒|―|−|~|〜|～|to|until|till|bis|до|по|a|as|ate|al|alle|à|et|do|tot|til|till|ila|ile|تا|الي|الى|حتي|至|到|から|부터|עד|se|to the|/)\s?)"
      R"((?:las |les |h )?(?:[01]?\d|2[0-4])(?:[:.h]\s?[0-5]\d|\s?uhr|\s?h\b|\s?hs\b|\s?[ap]\.?\s?m\b|時|시|点|:00| годин| час|\s?ч\b)?)");
  static const RE2 clock(
      R"((?:[01]?\d|2[0-4])(?:[:.h]\s?[0-5]\d)|\d\s?[ap]\.?\s?m\b|\d\s?uhr|\d\s?h\b|\d\s?(?:時|시|点|ч\b|час))");
  return RE2::PartialMatch(folded, range) && RE2::PartialMatch(folded, clock);
}

bool bare_range(const std::string& folded) {
  static const RE2 range(
      R"((?:^|[^\d.,:/])(?:[0-9]|1\d|2[0-4])\s?(?:-|–|—|~|до|to|bis|تا|الي|الى|a|do)\s?(?:1\d|2[0-4])(?:[^\d.,:/%-]|$))");
  return RE2::PartialMatch(folded, range);
}

// Time and day often stand in lines of their own; a heading may stand some lines above.
bool tells_hours(const Reading& reading) {
  static const DayWords days = read_list("checks/data/weekdays.txt");
  static const DayWords labels = read_list("checks/data/hours-labels.txt");
  constexpr std::size_t kLinesBack = 6, kPiece = 400;
  std::deque<std::string_view> above;
  const auto named_above = [&](const DayWords& list, std::size_t lines) {
    for (std::size_t i = 0; i < std::min(lines, above.size()); ++i) {
      const auto line = above[above.size() - 1 - i];
      if (line.size() <= kReach && names_one(fold(line), list)) return true;
    }
    return false;
  };
  const std::string_view text = reading.text();
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    const auto line = text.substr(begin, end - begin);
    begin = end + 1;
    for (std::size_t at = 0; has_digit(line) && at < line.size(); at += kPiece) {  // prose
      static const RE2 drawing(R"(\s?[\x{2600}-\x{27BF}\x{1F300}-\x{1FAFF}]\x{FE0F}?)");
      std::string folded = fold(line.substr(at, kPiece + kPiece / 4));
      RE2::GlobalReplace(&folded, drawing, "");
      const bool hours = has_range_of_hours(folded);
      if (!hours && !bare_range(folded)) continue;
      const bool day = names_one(folded, days);
      const bool label = named_above(labels, kLinesBack) || (hours && names_one(folded, labels));
      if (hours ? day || label || named_above(days, 1) : day && label) return true;
    }
    above.push_back(line);
    if (above.size() > kLinesBack) above.pop_front();
  }
  return false;
}

bool published(const PageSource& source) {
  for (const auto& thing : source.things) {
    if (thing.text("openingHours").value_or("").size() > 3) return true;
    if (thing.is_a("OpeningHoursSpecification") && thing.text("opens")) return true;
  }
  const Document* document = source.page().document();
  return document &&
         document->first("//*[@itemprop='openingHours' or @itemprop='openingHoursSpecification']")
             .has_value();
}

}  // namespace

bool find_opening_hours(const PageSources& sources) {
  return std::any_of(sources.begin(), sources.end(), [](const PageSource& source) {
    return published(source) || tells_hours(source.reading);
  });
}

bool find_opening_hours(const Site& site) {
  return find_opening_hours(read_sources(site));
}

}  // namespace touchstone
