#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <map>

#include "site/embedded.h"
#include "site/http_text.h"
#include "site/media_type.h"

namespace touchstone {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr auto weekdays = std::to_array<std::string_view>(
    {"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"});
constexpr auto months = std::to_array<std::string_view>(
    {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"});

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Minutes east of Greenwich.
std::optional<minutes> zone_of(std::string_view word) {
  static const auto zones = [] {
    std::map<std::string, minutes, std::less<>> map;
    for (auto line : embedded_list("site/data/time-zones.txt")) {
      const auto blank = line.find(' ');
      map.emplace(lower_ascii(line.substr(0, blank)),
                  minutes(std::stoi(std::string(line.substr(blank)))));
    }
    return map;
  }();
  const auto found = zones.find(word);
  if (found == zones.end()) return std::nullopt;
  return found->second;
}

bool is_weekday(std::string_view word) {
  return std::any_of(weekdays.begin(), weekdays.end(),
                     [&](std::string_view day) { return word == day || word == day.substr(0, 3); });
}

// A number of at most `most` digits taken off the front; absent where there is none, or a longer
// one.
std::optional<int> take_number(std::string_view& text, std::size_t most) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const auto size = static_cast<std::size_t>(end - text.data());
  if (error != std::errc() || size > most || !is_digit(text[0])) return std::nullopt;
  text.remove_prefix(size);
  return value;
}

// What servers send as a date, read word by word in whatever order they come: the three forms of
// RFC 9110 section 5.6.7, and their relatives with other separators, orders and zones.
class DateReader {
 public:
  std::optional<Time> read(std::string_view text);

 private:
  bool take_word(std::string_view& text);
  bool take_time(std::string_view& text);
  bool take_digits(std::string_view& text, char before);
  std::optional<Time> result() const;

  std::optional<int> year_, month_, day_;
  std::optional<seconds> time_;
  std::optional<minutes> zone_;
  bool weekday_ = false;
};

std::optional<Time> DateReader::read(std::string_view text) {
  char before = ' ';
  // Weekday, day, month, year, time and zone; what follows ("GMT-0400 (EDT)") says nothing more.
  for (int parts = 0; parts < 6;) {
    while (!text.empty() && !is_alpha(text[0]) && !is_digit(text[0])) {
      before = text[0];
      text.remove_prefix(1);
    }
    if (text.empty()) break;
    if (!(is_alpha(text[0]) ? take_word(text) : take_time(text) || take_digits(text, before)))
      return std::nullopt;
    ++parts;
    before = ' ';
  }
  return result();
}

bool DateReader::take_word(std::string_view& text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_alpha) - text.begin();
  const auto word = lower_ascii(text.substr(0, static_cast<std::size_t>(end)));
  text.remove_prefix(word.size());
  if (!weekday_ && is_weekday(word)) return weekday_ = true;
  const auto month = std::find(months.begin(), months.end(), word);
  if (!month_ && month != months.end()) {
    month_ = static_cast<int>(month - months.begin()) + 1;
    return true;
  }
  if (zone_) return false;
  zone_ = zone_of(word);
  return zone_.has_value();
}

// "8:49", "08:49:37"; the 60th second is a leap second.
bool DateReader::take_time(std::string_view& text) {
  if (time_) return false;
  auto rest = text;
  const auto hour = take_number(rest, 2);
  if (!hour || !rest.starts_with(':')) return false;
  rest.remove_prefix(1);
  if (rest.empty()) return false;
  const auto minute = take_number(rest, 2);
  std::optional<int> second = 0;
  if (minute && rest.size() > 1 && rest[0] == ':') {
    rest.remove_prefix(1);
    second = take_number(rest, 2);
  }
  if (!minute || !second || *hour > 23 || *minute > 59 || *second > 60) return false;
  time_ = hours(*hour) + minutes(*minute) + seconds(*second);
  text = rest;
  return true;
}

bool DateReader::take_digits(std::string_view& text, char before) {
  const auto all = text;
  const auto number = take_number(text, 8);
  if (!number) return false;
  const auto digits = all.size() - text.size();
  if (!zone_ && digits == 4 && *number <= 1400 && (before == '+' || before == '-')) {
    const auto offset = hours(*number / 100) + minutes(*number % 100);
    zone_ = before == '+' ? offset : -offset;
    return true;
  }
  if (digits == 8 && !year_ && !month_ && !day_) {  // "20110623"
    year_ = *number / 10000;
    month_ = *number / 100 % 100;
    day_ = *number % 100;
    return true;
  }
  if (!day_ && *number >= 1 && *number <= 31 && digits < 4) {
    day_ = *number;
    return true;
  }
  if (year_) return false;
  year_ = *number;
  // Two digits: the century of the web.
  if (digits <= 2) *year_ += *year_ > 70 ? 1900 : 2000;
  return true;
}

std::optional<Time> DateReader::result() const {
  constexpr int first_gregorian_year = 1583;
  if (!year_ || !month_ || !day_ || *year_ < first_gregorian_year || *year_ > 9999)
    return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year_),
                                         std::chrono::month(static_cast<unsigned>(*month_)),
                                         std::chrono::day(static_cast<unsigned>(*day_))};
  if (!date.ok()) return std::nullopt;
  return within_written_years(std::chrono::sys_days(date) + time_.value_or(seconds(0)) -
                              zone_.value_or(minutes(0)));
}

}  // namespace

std::optional<Time> parse_http_date(std::string_view text) {
  return DateReader().read(text);
}

}  // namespace touchstone
