#pragma once

// What the reports of a trend share; private to them.

#include <string>

#include "history/trend.h"
#include "reports/phrases.h"
#include "rules/rulebook.h"

namespace touchstone {

std::string step_title(const Rulebook& rulebook, const std::string& touchpoint);

// "wow 10.0, now sucks 0.0"
std::string tell_trend_step(const TrendStep& step, const Phrases& say);

// How many audits from when to when, and that some were judged again.
std::vector<std::string> tell_trend(const Trend& trend, const Phrases& say);

}  // namespace touchstone
