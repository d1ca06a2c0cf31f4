#include "site/iso_date.h"

#include <re2/re2.h>

#include <string>

#include "site/media_type.h"

namespace touchstone {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

std::optional<std::chrono::sys_days> day_of(int year, int month, int day) {
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date);
}

struct Clock {
  std::string hour, minute, second, zone_sign, zone_hours, zone_minutes;
};

int number(const std::string& digits, int otherwise = 0) {
  return digits.empty() ? otherwise : std::stoi(digits);
}

std::optional<Time> moment(std::chrono::sys_days day, const Clock& clock) {
  const int hour = number(clock.hour), minute = number(clock.minute), second = number(clock.second);
  const int zone = number(clock.zone_hours) * 60 + number(clock.zone_minutes);
  if (hour > 24 || minute > 59 || second > 60 || zone > 18 * 60) return std::nullopt;
  const Time written = Time(day) + hours(hour) + minutes(minute) + seconds(second);
  return within_written_years(written + minutes(clock.zone_sign == "-" ? zone : -zone));
}

}  // namespace

std::optional<Time> parse_iso_date(std::string_view text) {
  static const RE2 date(R"((\d{4})(?:-(\d\d)(?:-(\d\d))?)?)"), basic_date(R"((\d{4})(\d\d)(\d\d))");
  static const RE2 time(
      R"((\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,]\d{1,9})?)?)?(?:[Zz]|([+-])(\d\d):?(\d\d)?)?)");
  constexpr std::size_t longest = 40;
  if (text.size() > longest) return std::nullopt;
  const auto cut = text.find_first_of("Tt ");
  const std::string days(text.substr(0, cut));
  std::string year, month, day;
  if (!RE2::FullMatch(days, date, &year, &month, &day) &&
      !RE2::FullMatch(days, basic_date, &year, &month, &day)) {
    return std::nullopt;
  }
  const auto found = day_of(number(year), number(month, 1), number(day, 1));
  if (!found) return std::nullopt;
  Clock clock;
  if (cut == text.npos) return moment(*found, clock);
  if (day.empty()) return std::nullopt;
  if (!RE2::FullMatch(std::string(text.substr(cut + 1)), time, &clock.hour, &clock.minute,
                      &clock.second, &clock.zone_sign, &clock.zone_hours, &clock.zone_minutes)) {
    return std::nullopt;
  }
  return moment(*found, clock);
}

}  // namespace touchstone
