#pragma once

// touchstone compare OURS RIVAL...: everybody looked at side by side, within the same budget, and
// judged by the same rules as the same kind of company.

#include "cli/errand.h"
#include "cli/exit_status.h"

namespace touchstone {

// Throws what the user can mend, before anything is requested.
ExitStatus compare_companies(const Errand& errand);

}  // namespace touchstone
