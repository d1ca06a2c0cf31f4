#pragma once

// touchstone due: which touchpoints are due for their next audit.

#include <string>

#include "cli/options.h"
#include "history/calendar.h"
#include "reports/phrases.h"
#include "reports/text.h"

namespace touchstone {

// The day that the user named, else today.
Day day_of(const Options& options);

// Throws UsageError for a company of which nothing is stored, StoreError for the history.
std::string due_list(const Options& options, const Phrases& say, const TextStyle& style);

}  // namespace touchstone
