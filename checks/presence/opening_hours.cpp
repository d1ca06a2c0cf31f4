#include <re2/re2.h>

#include <algorithm>
#include <unordered_set>

#include "checks/presence/finders.h"
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

bool tells_hours(const Reading& reading) {
  static const DayWords days = read_list("checks/data/weekdays.txt");
  static const DayWords labels = read_list("checks/data/hours-labels.txt");
  static const RE2 all_hours("24/7|24 ?/ ?7|круглосуточно|24 ساعته|شبانه روزي|24 ساعت");
  const std::string_view text = reading.text();
  std::string before;  // the end of what was read, for a day above its hours
  int lines_since_label = 100;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    const auto line = text.substr(begin, end - begin);
    begin = end + 1;
    ++lines_since_label;
    for (std::size_t at = 0; at < line.size(); at += 400) {  // prose in pieces
      const std::string folded = fold(line.substr(at, 500));
      if (folded.size() < 60 && names_one(folded, labels)) lines_since_label = 0;
      if (has_range_of_hours(folded)) {
        if (names_one(folded, days) || names_one(before, days)) return true;
        if (lines_since_label < 6 || names_one(folded, labels)) return true;
      } else if (bare_range(folded) && lines_since_label < 6 && names_one(folded, days)) {
        return true;
      }
      before = folded.size() > kReach ? "" : folded;
    }
  }
  return false;
}

bool published(const PageSource& source) {
  for (const auto& object : source.linked_data) {
    if (object.value("openingHours").value_or("").size() > 3) return true;
    if (object.is_a("OpeningHoursSpecification") && object.value("opens")) return true;
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
