#pragma once

// What is told without an audit being made: the rulebook; an audit that was made before, told in
// another way; a map may also be one that somebody drew.

#include <string>

#include "cli/options.h"
#include "reports/phrases.h"
#include "reports/text.h"

namespace touchstone {

// touchstone explain and touchstone rules. Throws UsageError for a touchpoint that there is not.
std::string told_rulebook(const Options& options, const Phrases& say, const TextStyle& style);

// Throw UsageError for a file that is neither.
std::string told_map(const Options& options, const Phrases& say);
std::string told_plan(const Options& options, const Phrases& say, int width);

}  // namespace touchstone
