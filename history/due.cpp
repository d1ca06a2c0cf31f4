#include "history/due.h"

#include <algorithm>
#include <unordered_map>

namespace touchstone {

namespace {

using std::chrono::days;

constexpr days longest_doubt{7};

bool is_seen_by_crawler(const TouchpointRule& rule) {
  return !rule.offline && std::any_of(rule.components.begin(), rule.components.end(),
                                      [](const Component& one) { return !one.manual; });
}

// The looks at what a crawler sees, each with the day on which the next one is due.
std::vector<DueTouchpoint> calendar_of(const Rulebook& rulebook,
                                       const std::vector<LastLook>& looks) {
  std::unordered_map<std::string_view, const LastLook*> look_at;
  for (const auto& look : looks) look_at[look.touchpoint] = &look;
  std::vector<DueTouchpoint> calendar;
  for (const auto& rule : rulebook.touchpoints) {
    if (!is_seen_by_crawler(rule)) continue;
    DueTouchpoint& next = calendar.emplace_back();
    next.rule = &rule;
    const auto look = look_at.find(rule.id);
    if (look == look_at.end()) continue;
    const days period = period_days(rule.period);
    next.last = look->second->day;
    next.due = *next.last + (look->second->assessed ? period : std::min(period, longest_doubt));
  }
  return calendar;
}

}  // namespace

days period_days(std::string_view period) {
  if (period == "daily") return days(1);
  if (period == "weekly") return days(7);
  if (period == "quarterly") return days(91);
  if (period == "yearly") return days(365);
  return days(30);
}

std::vector<DueTouchpoint> due_on(Day day, const Rulebook& rulebook,
                                  const std::vector<LastLook>& looks) {
  std::vector<DueTouchpoint> due = calendar_of(rulebook, looks);
  due.erase(std::remove_if(due.begin(), due.end(),
                           [&](const DueTouchpoint& one) { return one.due && *one.due > day; }),
            due.end());
  for (auto& one : due) {
    if (one.due) one.overdue_days = static_cast<int>((day - *one.due).count());
  }
  return due;
}

std::optional<Day> next_due_day(Day day, const Rulebook& rulebook,
                                const std::vector<LastLook>& looks) {
  std::optional<Day> next;
  for (const auto& one : calendar_of(rulebook, looks)) {
    const Day due = std::max(one.due.value_or(day), day);
    next = std::min(next.value_or(due), due);
  }
  return next;
}

}  // namespace touchstone
