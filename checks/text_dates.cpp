#include "checks/text_dates.h"

#include <re2/re2.h>

#include <algorithm>
#include <optional>
#include <string>

#include "checks/numbered_words.h"
#include "site/text.h"

namespace touchstone {

namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;

const NumberedWords& months() {
  static const NumberedWords known = read_numbered_words("checks/data/months.txt");
  return known;
}

// Groups: 1-3 year, month, day; 4-6 day, month, year; 7-9 day, name, year; 10-12 name, day, year.
const RE2& date() {
  static const RE2 pattern([] {
    const std::string d = "[0-9٠-٩۰-۹०-९０-９]";
    const std::string one = "(" + d + "{1,2})", four = "(" + d + "{4})";
    const std::string space = "[ \u00a0]{0,2}", gap = "[ \u00a0]{1,2}";
    const std::string name = "((?i:" + months().pattern + "))";
    const std::string in_figures = four + "(?:[-./]|" + space + "[年년]" + space + ")" + one +
                                   "(?:[-./]|" + space + "[月월]" + space + ")" + one;
    const std::string day_first = one + "[-./]" + space + one + "[-./]" + space + four;
    const std::string with_name = one + "(?:\\.|er|º|ª|st|nd|rd|th)?" + space + "(?:de |of )?" +
                                  name + "\\.?,?" + gap + "(?:de |del )?" + four;
    const std::string name_first = name + "\\.?" + gap + one + "(?:st|nd|rd|th)?,?" + gap + four;
    return "(?:^|[^\\pL\\pN])(?:" + in_figures + "|" + day_first + "|" + with_name + "|" +
           name_first + ")(?:[^\\pN]|$)";
  }());
  return pattern;
}

int number_of(const re2::StringPiece& piece) {
  return written_number({piece.data(), piece.size()});
}

int month_of(const re2::StringPiece& piece) {
  return months().find({piece.data(), piece.size()}).value_or(0);
}

// Iran's solar calendar: six months of 31 days, five of 30 and a last one of 29 or 30. The year
// begins on 20 or 21 March; leap years follow a cycle of 33 years, exact from 1244 to 1473.
std::optional<sys_days> solar_day(int solar_year, int solar_month, int day_of_month) {
  if (solar_year < 1300 || solar_year > 1473 || solar_month < 1 || solar_month > 12) return {};
  if (day_of_month < 1 || day_of_month > (solar_month <= 6 ? 31 : 30)) return {};
  int leap_days = 0;
  for (int past = 1300; past < solar_year; ++past) {
    constexpr int leap[] = {1, 5, 9, 13, 17, 22, 26, 30};
    leap_days += std::find(std::begin(leap), std::end(leap), past % 33) != std::end(leap);
  }
  const int before = solar_month <= 7 ? 31 * (solar_month - 1) : 186 + 30 * (solar_month - 7);
  const sys_days first_of_1300 = sys_days(year(1921) / 3 / 21);
  return first_of_1300 + days(365 * (solar_year - 1300) + leap_days + before + day_of_month - 1);
}

std::optional<sys_days> day_of(int of_year, int of_month, int of_day) {
  if (of_year < 1500) return solar_day(of_year, of_month, of_day);
  if (of_month > 12 && of_day <= 12) std::swap(of_month, of_day);  // 05/31/2026
  if (of_year < 1990 || of_year > 2100 || of_month < 1 || of_day < 1) return {};
  const std::chrono::year_month_day date(year(of_year), month(static_cast<unsigned>(of_month)),
                                         day(static_cast<unsigned>(of_day)));
  if (!date.ok()) return {};
  return sys_days(date);
}

// Groups: 1-2 name, year; 3-4 year, month; 5-6 month, year.
const RE2& month_and_year() {
  static const RE2 pattern([] {
    const std::string d = "[0-9٠-٩۰-۹०-९０-９]", four = "(" + d + "{4})";
    const std::string space = "[ \u00a0]{0,2}", gap = "[ \u00a0]{1,2}";
    return "(?:^|[^\\pL\\pN./-])(?:((?i:" + months().pattern + "))\\.? ?,?" + gap +
           "(?:de |del )?" + four + "|" + four + space + "[年년]" + space + "(" + d + "{1,2})" +
           space + "[月월]|(" + d + "{1,2})[/.]" + four + ")(?:[^\\pN/-]|$)";
  }());
  return pattern;
}

}  // namespace

std::vector<TextDate> months_in(std::string_view text, std::size_t most) {
  std::vector<TextDate> dates;
  const re2::StringPiece whole(text.data(), text.size());
  re2::StringPiece part[7];
  for (std::size_t at = 0; dates.size() < most && at < text.size();) {
    if (!month_and_year().Match(whole, at, whole.size(), RE2::UNANCHORED, part, 7)) break;
    std::size_t group = 1;
    while (part[group].data() == nullptr) group += 2;
    const auto begin = static_cast<std::size_t>(part[group].data() - whole.data());
    const auto& last = part[group + 1];
    at = static_cast<std::size_t>(last.data() - whole.data()) + last.size();
    std::optional<sys_days> found;
    if (group == 1) found = day_of(number_of(part[2]), month_of(part[1]), 1);
    if (group == 3) found = day_of(number_of(part[3]), number_of(part[4]), 1);
    if (group == 5 && number_of(part[5]) <= 12)
      found = day_of(number_of(part[6]), number_of(part[5]), 1);
    if (found) dates.push_back({begin, at, *found});
  }
  return dates;
}

std::vector<TextDate> dates_in(std::string_view text, std::size_t most) {
  std::vector<TextDate> dates;
  const re2::StringPiece whole(text.data(), text.size());
  re2::StringPiece part[13];
  std::size_t at = 0;
  while (dates.size() < most && date().Match(whole, at, whole.size(), RE2::UNANCHORED, part, 13)) {
    std::size_t group = 1;
    while (part[group].data() == nullptr) group += 3;
    const auto begin = static_cast<std::size_t>(part[group].data() - whole.data());
    const auto& last = part[group + 2];
    at = static_cast<std::size_t>(last.data() - whole.data()) + last.size();
    std::optional<sys_days> found;
    if (group == 1) found = day_of(number_of(part[1]), number_of(part[2]), number_of(part[3]));
    if (group == 4) found = day_of(number_of(part[6]), number_of(part[5]), number_of(part[4]));
    if (group == 7) found = day_of(number_of(part[9]), month_of(part[8]), number_of(part[7]));
    if (group == 10) found = day_of(number_of(part[12]), month_of(part[10]), number_of(part[11]));
    if (found) dates.push_back({begin, at, *found});
  }
  return dates;
}

bool names_day_without_year(std::string_view text) {
  static const RE2 pattern([] {
    const std::string d = "[0-9٠-٩۰-۹０-９]{1,2}", space = "[ \u00a0]{0,2}";
    const std::string name = "(?i:" + months().pattern + ")";
    const std::string no_year = "(?:[^\\pL\\pN \u00a0]|[ \u00a0]{1,3}[^\\pN \u00a0]|[ \u00a0]*$)";
    return "(?:^|[^\\pL\\pN])(?:" + d + "(?:\\.|er|º|ª|st|nd|rd|th)?" + space + "(?:de |of )?" +
           name + no_year + "|" + name + "[ \u00a0]{1,2}" + d + "(?:st|nd|rd|th)?" + no_year +
           ")|(?:^|[^年년\\pN])" + d + space + "[月월]" + space + d + space + "[日일]";
  }());
  return RE2::PartialMatch({text.data(), text.size()}, pattern);
}

}  // namespace touchstone
