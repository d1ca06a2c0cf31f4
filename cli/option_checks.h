#pragma once

// What options mean together. Private to the command line.

#include "cli/options.h"

namespace touchstone {

// Throws UsageError for what contradicts itself, would be passed over in silence, or lacks a part.
void check_options(const Options& options);

}  // namespace touchstone
