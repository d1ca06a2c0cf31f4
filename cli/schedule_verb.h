#pragma once

// touchstone schedule: prints or installs what runs audits regularly.

#include <iosfwd>

#include "cli/exit_status.h"
#include "cli/options.h"

namespace touchstone {

// The texts, or what was installed, go to `out`. Nothing is installed unless the user said so.
// Throws UsageError.
ExitStatus schedule(const Options& options, std::ostream& out, std::ostream& err);

}  // namespace touchstone
