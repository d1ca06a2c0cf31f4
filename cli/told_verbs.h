#pragma once

// touchstone map and touchstone plan: an audit that was made before, told in another way; a map
// may also be one that somebody drew.

#include <string>

#include "cli/options.h"
#include "reports/phrases.h"

namespace touchstone {

// Throw UsageError for a file that is neither.
std::string told_map(const Options& options, const Phrases& say);
std::string told_plan(const Options& options, const Phrases& say, int width);

}  // namespace touchstone
