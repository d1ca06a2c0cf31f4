#pragma once

// touchstone audit --list FILE: many companies side by side, each result as it comes.

#include "cli/errand.h"
#include "cli/exit_status.h"

namespace touchstone {

// Throws what the user can mend, before anything is requested.
ExitStatus audit_list(const Errand& errand);

}  // namespace touchstone
