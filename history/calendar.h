#pragma once

// Days of the calendar, in UTC as all times of an audit.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace touchstone {

using Day = std::chrono::sys_days;

// "2026-02-28" (RFC 3339 full-date) of a day that exists; absent for anything else.
std::optional<Day> parse_day(std::string_view text);

std::string to_text(Day day);  // "2026-02-28"

}  // namespace touchstone
