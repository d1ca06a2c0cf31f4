#pragma once

// touchstone scorecard new | check.

#include <string>

#include "cli/options.h"
#include "reports/phrases.h"

namespace touchstone {

// The file to fill in, in JSON. Throws UsageError, RuleError.
std::string scorecard_to_fill_in(const Options& options);

// What a sound file holds and what nobody answered yet. Throws UsageError, RuleError.
std::string scorecard_summary(const Options& options, const Phrases& say);

}  // namespace touchstone
