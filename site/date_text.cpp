// Times as HTTP and RFC 3339 write them, and RFC 3339 read.

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "site/media_type.h"

namespace touchstone {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::string_view weekday_names = "SunMonTueWedThuFriSat";
constexpr std::string_view month_names = "JanFebMarAprMayJunJulAugSepOctNovDec";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

struct Calendar {
  explicit Calendar(Time time)
      : day(std::chrono::floor<days>(time)),
        date(day),
        clock(std::chrono::floor<seconds>(time - day)) {}
  std::chrono::sys_days day;
  std::chrono::year_month_day date;
  std::chrono::hh_mm_ss<seconds> clock;

  int year() const { return static_cast<int>(date.year()); }
  unsigned month() const { return static_cast<unsigned>(date.month()); }
  unsigned day_of_month() const { return static_cast<unsigned>(date.day()); }
};

// Exactly that many digits taken off the front.
std::optional<int> take_exactly(std::string_view& text, std::size_t digits) {
  if (text.size() < digits || !std::all_of(text.begin(), text.begin() + digits, is_digit))
    return std::nullopt;
  int number = 0;
  for (char c : text.substr(0, digits)) number = number * 10 + (c - '0');
  text.remove_prefix(digits);
  return number;
}

bool take(std::string_view& text, std::string_view any_of) {
  if (text.empty() || any_of.find(text[0]) == any_of.npos) return false;
  text.remove_prefix(1);
  return true;
}

std::chrono::milliseconds take_fraction(std::string_view& text) {
  if (text.size() < 2 || text[0] != '.' || !is_digit(text[1])) return {};
  text.remove_prefix(1);
  int value = 0, place = 100;
  for (; !text.empty() && is_digit(text[0]); text.remove_prefix(1), place /= 10)
    value += (text[0] - '0') * place;
  return std::chrono::milliseconds(value);
}

// "Z", "+02:00"; absent where it is neither.
std::optional<minutes> take_offset(std::string_view& text) {
  if (take(text, "Zz")) return minutes(0);
  const bool east = text.starts_with('+');
  if (!take(text, "+-")) return std::nullopt;
  const auto hour = take_exactly(text, 2);
  if (!hour || !take(text, ":")) return std::nullopt;
  const auto minute = take_exactly(text, 2);
  if (!minute || *hour > 23 || *minute > 59) return std::nullopt;
  const auto offset = hours(*hour) + minutes(*minute);
  return east ? offset : -offset;
}

}  // namespace

std::string format_http_date(Time time) {
  const Calendar at(time);
  const std::chrono::weekday weekday(at.day);
  return fmt::format(
      "{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", weekday_names.substr(weekday.c_encoding() * 3, 3),
      at.day_of_month(), month_names.substr((at.month() - 1) * 3, 3), at.year(),
      at.clock.hours().count(), at.clock.minutes().count(), at.clock.seconds().count());
}

std::string format_rfc3339(Time time) {
  const Calendar at(time);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", at.year(), at.month(),
                     at.day_of_month(), at.clock.hours().count(), at.clock.minutes().count(),
                     at.clock.seconds().count());
}

std::optional<Time> parse_rfc3339(std::string_view text) {
  const auto year = take_exactly(text, 4);
  if (!year || !take(text, "-")) return std::nullopt;
  const auto month = take_exactly(text, 2);
  if (!month || !take(text, "-")) return std::nullopt;
  const auto day = take_exactly(text, 2);
  if (!day || !take(text, "Tt ")) return std::nullopt;
  const auto hour = take_exactly(text, 2);
  if (!hour || !take(text, ":")) return std::nullopt;
  const auto minute = take_exactly(text, 2);
  if (!minute || !take(text, ":")) return std::nullopt;
  const auto second = take_exactly(text, 2);
  if (!second || *hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
  const auto fraction = take_fraction(text);
  const auto offset = take_offset(text);
  if (!offset || !text.empty()) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return within_written_years(std::chrono::sys_days(date) + hours(*hour) + minutes(*minute) +
                              seconds(*second) + fraction - *offset);
}

std::optional<Time> within_written_years(Time time) {
  const int year = Calendar(time).year();
  return year >= 0 && year <= 9999 ? std::optional(time) : std::nullopt;
}

}  // namespace touchstone
