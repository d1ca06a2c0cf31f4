#include "history/due.h"

#include <algorithm>

namespace touchstone {

namespace {

using std::chrono::days;

constexpr days longest_doubt{7};

bool is_seen_by_crawler(const TouchpointRule& rule) {
  return !rule.offline && std::any_of(rule.components.begin(), rule.components.end(),
                                      [](const Component& one) { return !one.manual; });
}

// The look at a touchpoint; one that is asked for in the looks' order is found at once.
class LookFinder {
 public:
  explicit LookFinder(const std::vector<LastLook>& looks) : looks_(looks) {}

  const LastLook* find(std::string_view touchpoint) {
    for (std::size_t tried = 0; tried < looks_.size(); ++tried, ++next_) {
      if (next_ >= looks_.size()) next_ = 0;
      if (looks_[next_].touchpoint == touchpoint) return &looks_[next_++];
    }
    return nullptr;
  }

 private:
  const std::vector<LastLook>& looks_;
  std::size_t next_ = 0;
};

DueTouchpoint next_look(const TouchpointRule& rule, const LastLook* look) {
  DueTouchpoint next;
  next.rule = &rule;
  if (!look) return next;
  const days period = period_days(rule.period);
  next.last = look->day;
  next.due = look->day + (look->assessed ? period : std::min(period, longest_doubt));
  return next;
}

}  // namespace

days period_days(std::string_view period) {
  if (period == "daily") return days(1);
  if (period == "weekly") return days(7);
  if (period == "quarterly") return days(91);
  if (period == "yearly") return days(365);
  return days(30);
}

DueList due_on(Day day, const Rulebook& rulebook, const std::vector<LastLook>& looks) {
  DueList list;
  LookFinder finder(looks);
  for (const auto& rule : rulebook.touchpoints) {
    if (!is_seen_by_crawler(rule)) continue;
    DueTouchpoint next = next_look(rule, finder.find(rule.id));
    const Day due = std::max(next.due.value_or(day), day);
    list.next = std::min(list.next.value_or(due), due);
    if (due > day) continue;
    if (next.due) next.overdue_days = static_cast<int>((day - *next.due).count());
    list.touchpoints.push_back(next);
  }
  return list;
}

}  // namespace touchstone
