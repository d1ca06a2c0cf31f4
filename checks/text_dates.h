#pragma once

// Dates with a year in a text, as people of twenty languages write them: "3 May 2026", "May 3,
// 2026", "03.05.2026", "2026-05-03", "2026年5月3日", "۱۴۰۵/۰۲/۱۳" (Iran's solar calendar). Where
// day and month could be either, the day stands first. Pure and safe from several threads; linear.

#include <chrono>
#include <cstddef>
#include <string_view>
#include <vector>

namespace touchstone {

struct TextDate {
  std::size_t begin = 0, end = 0;  // bytes of the text
  std::chrono::sys_days day;
};

// In the order of the text; not more than `most`. Days that no calendar has are left out.
std::vector<TextDate> dates_in(std::string_view text, std::size_t most = 500);

// Months with a year and without a day ("April 2026", "abril de 2026", "2026年4月", "04/2026"), as
// the first of the month.
std::vector<TextDate> months_in(std::string_view text, std::size_t most = 500);

// "on 24 December", "December 24", "12月24日": a day of any year.
bool names_day_without_year(std::string_view text);

}  // namespace touchstone
