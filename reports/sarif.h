#pragma once

// An Audit as SARIF 2.1.0 (OASIS), for code scanning: a rule a component, a result where one is
// below wow: "error" where it sucks, "warning" where it is so-so. Beside a baseline each result
// says whether it is new; what is accepted is suppressed, with its reason.

#include <string>

#include "history/accepted.h"
#include "rules/audit.h"

namespace touchstone {

// `changes` and `accepted` may be null.
std::string write_sarif(const Audit& audit, const Changes* changes, const Acceptance* accepted);

}  // namespace touchstone
