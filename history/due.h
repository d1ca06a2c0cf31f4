#pragma once

// Which touchpoints are due for another look: each has its period, from the rulebook or the company
// file. Pure; the day is given.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "history/calendar.h"
#include "rules/audit.h"

namespace touchstone {

// When a touchpoint was looked at last, and whether that look told anything.
struct LastLook {
  std::string_view touchpoint;  // of a text that outlives this
  Day day;
  bool assessed = true;  // false: not assessed, for whatever reason
};

struct DueTouchpoint {
  const TouchpointRule* rule = nullptr;  // into the rulebook that was given
  std::optional<Day> last;               // absent: never looked at
  std::optional<Day> due;                // absent: never looked at, so due at once
  int overdue_days = 0;                  // 0: due on that very day, or never looked at
};

// 1, 7, 30, 91, 365 days; a period that is not known counts as a month.
std::chrono::days period_days(std::string_view period);

struct DueList {
  std::vector<DueTouchpoint> touchpoints;  // due or overdue on the day, in the rulebook's order
  // The day on which the next one becomes due, the day itself when one is due already. Absent when
  // the rulebook has nothing that a crawler sees.
  std::optional<Day> next;
};

// A look that told nothing is repeated after a week at the latest. What no crawler sees is never
// due. Cheapest where the looks stand in the rulebook's order.
DueList due_on(Day day, const Rulebook& rulebook, const std::vector<LastLook>& looks);

// A company whose audits are stored, with what is due of it.
struct DueSubject {
  std::string subject;      // "www.example.com"
  std::string name;         // what it calls itself; may be empty
  Day last;                 // of the last audit
  std::optional<Day> next;  // as DueList says
  std::vector<DueTouchpoint> due;
};

}  // namespace touchstone
