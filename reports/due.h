#pragma once

// What is due for another look, told.

#include <string>
#include <vector>

#include "history/due.h"
#include "reports/phrases.h"
#include "reports/text.h"

namespace touchstone {

// By company, then by group of touchpoints; with who is to look and how long it has been due.
std::string due_text(Day day, const Rulebook& rulebook, const std::vector<DueSubject>& subjects,
                     const Phrases& say, const TextStyle& style);

// {"format": "touchstone-due/1", "date", "subjects": [{"subject", "name", "last", "next",
// "due": [{"id", "title", "group", "owner", "period", "last", "due", "overdue_days"}]}]}; days as
// "2026-03-01", null where a touchpoint was never looked at.
std::string due_json(Day day, const std::vector<DueSubject>& subjects);

}  // namespace touchstone
