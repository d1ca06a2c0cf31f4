#pragma once

// What the reports of a trend share; private to them.

#include <string>
#include <vector>

#include "history/trend.h"
#include "reports/phrases.h"
#include "rules/rulebook.h"

namespace touchstone {

std::string step_title(const Rulebook& rulebook, const std::string& touchpoint);

// "wow 10.0, now sucks 0.0"
std::string tell_trend_step(const TrendStep& step, const Phrases& say);

// "2. November 23, 2026": the audit's number, and its time where another is of the same day.
std::string tell_run(const Trend& trend, std::size_t at, const Phrases& say);

// What is another than at the first audit; none where that is the one before the last, too.
const std::vector<TrendStep>& steps_since_first(const Trend& trend);

// How many audits from when to when, and that some were judged again.
std::vector<std::string> tell_trend(const Trend& trend, const Phrases& say);

}  // namespace touchstone
