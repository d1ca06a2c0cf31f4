#include "checks/week_hours.h"

#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <unordered_map>

#include "site/embedded.h"
#include "site/phrase.h"
#include "site/phrase_list.h"
#include "site/text.h"

namespace touchstone {

namespace {

constexpr std::size_t kLongestLine = 600;

struct DayName {
  std::vector<int> days;  // Monday is 0
  std::string phrase;
};

// Of one language, by the first byte, the longest first.
using DayNames = std::unordered_map<char, std::vector<DayName>>;

const DayNames& day_names(const std::string& language) {
  static const auto all = [] {
    std::map<std::string, DayNames, std::less<>> read;
    for (const auto line : embedded_list("checks/data/weekday-names.txt")) {
      const auto first = line.find(' '), second = line.find(' ', first + 1);
      DayName name;
      for (const char c : line.substr(first + 1, second - first - 1)) name.days.push_back(c - '1');
      name.phrase = fold(line.substr(second + 1));
      read[std::string(line.substr(0, first))][name.phrase.front()].push_back(std::move(name));
    }
    for (auto& [tag, names] : read) {
      for (auto& [first, list] : names) {
        std::stable_sort(list.begin(), list.end(), [](const DayName& a, const DayName& b) {
          return a.phrase.size() > b.phrase.size();
        });
      }
    }
    return read;
  }();
  static const DayNames none;
  const auto found = all.find(language);
  return found == all.end() ? none : found->second;
}

const DayName* day_at(std::string_view text, std::size_t at, const DayNames& names) {
  const auto list = names.find(text[at]);
  if (list == names.end()) return nullptr;
  for (const DayName& name : list->second) {
    if (phrase_stands_at(text, at, name.phrase)) return &name;
  }
  return nullptr;
}

// "closed" (no span), "round the clock"
struct SaidInWords {
  std::string words;
  std::optional<OpenSpan> span;
};

const std::vector<SaidInWords>& words_for_hours() {
  static const auto all = [] {
    std::vector<SaidInWords> read;
    for (const auto line : embedded_list("checks/data/closed-words.txt")) {
      read.push_back({fold(line), std::nullopt});
    }
    for (const auto line : embedded_list("checks/data/round-the-clock.txt")) {
      read.push_back({fold(line), OpenSpan{0, 24 * 60}});
    }
    return read;
  }();
  return all;
}

bool joins_days(std::string_view between) {
  static const RE2 range(
      R"(\s*[.:]?\s*(?:-|–|—|‒|―|−|~|〜|～|to|through|thru|till?|until|bis|до|по|a|al|au|ao|ate|do|tot|t/m|t\.m\.|ile|تا|الى|الي|حتى|至|到|から|부터|עד|से)\s*(?:el |la |le |il |zum )?)");
  return RE2::FullMatch(re2::StringPiece(between.data(), between.size()), range);
}

}  // namespace

// What a line says of hours, in its order.
struct HoursReader::Token {
  std::size_t begin = 0, end = 0;
  std::vector<int> days;         // empty: it says hours
  std::optional<OpenSpan> span;  // absent with no days: closed
  bool joined = false;           // the days go on from those before: "Mon - Fri"
};

int WeekHours::settled() const {
  return static_cast<int>(
      std::count_if(days.begin(), days.end(), [](const DayHours& day) { return day.settled; }));
}

int WeekHours::differing_from(const WeekHours& other) const {
  int differing = 0;
  for (std::size_t day = 0; day < days.size(); ++day) {
    const bool both = days[day].settled && other.days[day].settled;
    if (both && !(days[day] == other.days[day])) ++differing;
  }
  return differing;
}

std::vector<HoursReader::Token> HoursReader::tokens_of(const std::string& folded) const {
  std::vector<Token> tokens;
  for (const FoundSpan& found : spans_in(folded)) {
    tokens.push_back({found.begin, found.end, {}, found.span, false});
  }
  for (const SaidInWords& said : words_for_hours()) {
    const auto at = folded.find(said.words);
    if (at == std::string::npos || !phrase_stands_at(folded, at, said.words)) continue;
    tokens.push_back({at, at + said.words.size(), {}, said.span, false});
    break;
  }
  const DayNames& own = day_names(language_);
  const DayNames& english = day_names("en");
  for (std::size_t at = 0; at < folded.size();) {
    const DayName* name = day_at(folded, at, own);
    if (!name) name = day_at(folded, at, english);
    if (name) tokens.push_back({at, at + name->phrase.size(), name->days, {}, false});
    at += name ? name->phrase.size() : 1;
  }
  std::stable_sort(tokens.begin(), tokens.end(),
                   [](const Token& a, const Token& b) { return a.begin < b.begin; });
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    if (tokens[i].days.empty() || tokens[i - 1].days.empty()) continue;
    const auto from = tokens[i - 1].end;
    tokens[i].joined = tokens[i].begin > from &&
                       joins_days(std::string_view(folded).substr(from, tokens[i].begin - from));
  }
  return tokens;
}

void HoursReader::settle(const std::vector<int>& days, const DayHours& hours, bool further) {
  constexpr std::size_t kMostSpans = 4;
  for (const int day : days) {
    DayHours& known = week_.days[static_cast<std::size_t>(day)];
    const auto knows = [&](const OpenSpan& span) {
      return std::find(known.spans.begin(), known.spans.end(), span) != known.spans.end();
    };
    const bool told_again = known == hours || (!hours.spans.empty() && knows(hours.spans.front()));
    if (!known.settled) {
      known = hours;
    } else if (further && !told_again && known.spans.size() < kMostSpans) {  // "9-12, 14-18"
      known.spans.insert(known.spans.end(), hours.spans.begin(), hours.spans.end());
    } else if (!told_again) {
      week_.several = true;
    }
  }
}

void HoursReader::take_hours(const DayHours& hours) {
  const bool closed = hours.spans.empty();
  if (waiting_ && !days_.empty() && !answered_) {  // "9-18 Mon-Fri, 10-14 Sat"
    settle(days_, *waiting_, false);
    days_.clear();
    waiting_ = hours;
  } else if (days_.empty() || (answered_ && closed)) {  // "closed on Sundays"
    days_.clear();
    answered_ = false;
    if (waiting_ && !closed) {
      waiting_->spans.push_back(hours.spans.front());
    } else {
      waiting_ = hours;
    }
  } else {
    settle(days_, hours, answered_);
    answered_ = true;
  }
}

void HoursReader::take_days(const Token& token) {
  if (answered_) days_.clear();
  answered_ = false;
  if (token.joined && !days_.empty()) {
    for (int day = (days_.back() + 1) % 7; day != token.days.front(); day = (day + 1) % 7) {
      days_.push_back(day);
    }
  }
  constexpr std::size_t kMost = 14;
  if (days_.size() < kMost) days_.insert(days_.end(), token.days.begin(), token.days.end());
}

void HoursReader::read_line(std::string_view line) {
  static const RE2 drawing(
      R"(\s?[\x{2600}-\x{27BF}\x{1F300}-\x{1FAFF}]\x{FE0F}?)");  // "9:00 ☀ - 18:00 ☾"
  std::string folded = fold(line.substr(0, kLongestLine), language_ == "tr");
  RE2::GlobalReplace(&folded, drawing, "");
  const auto tokens = tokens_of(folded);
  if (tokens.empty() || answered_) days_.clear();
  answered_ = false;
  for (const Token& token : tokens) {
    if (!token.days.empty()) {
      take_days(token);
    } else {
      take_hours({true, token.span ? std::vector{*token.span} : std::vector<OpenSpan>{}});
    }
  }
  if (waiting_ && !days_.empty() && !answered_) {
    settle(days_, *waiting_, false);
    answered_ = true;
  }
  const bool clock_alone =
      waiting_ && days_.empty() && waiting_->spans == std::vector{OpenSpan{0, 24 * 60}};
  if (clock_alone) settle({0, 1, 2, 3, 4, 5, 6}, *waiting_, false);
  waiting_.reset();
}

WeekHours hours_of(const std::vector<Thing>& things) {
  static const std::map<std::string, std::string> short_days{
      {"mo", "mon"}, {"tu", "tue"}, {"we", "wed"}, {"th", "thu"},
      {"fr", "fri"}, {"sa", "sat"}, {"su", "sun"}};
  HoursReader reader("en");
  for (const Thing& thing : things) {
    for (const auto& [name, value] : thing.texts) {
      if (name != "openingHours") continue;
      std::string line = fold(value);
      for (const auto& [brief, full] : short_days) {
        RE2::GlobalReplace(&line, R"(\b)" + brief + R"(\b)", full);
      }
      reader.read_line(line);
    }
    if (!thing.is_a("OpeningHoursSpecification") || thing.has("validFrom")) continue;
    const auto opens = thing.text("opens"), closes = thing.text("closes");
    if (!opens || !closes) continue;
    std::string line;
    for (const auto& [name, value] : thing.texts) {
      if (name == "dayOfWeek") line += value.substr(value.find_last_of("/#") + 1) + " ";
    }
    const bool closed = *opens == *closes;
    reader.read_line(line + (closed ? "closed" : opens->substr(0, 5) + "-" + closes->substr(0, 5)));
  }
  return reader.week();
}

}  // namespace touchstone
