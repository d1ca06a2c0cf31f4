#pragma once

#include "cli/options.h"

namespace touchstone {

// Two options that name one file, of which one at least writes it: what the other holds would be
// lost. Reads and writes nothing. Throws UsageError, and names both.
void check_overwriting(const Options& options);

}  // namespace touchstone
