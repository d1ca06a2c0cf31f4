#pragma once

// An Audit as JUnit XML, which every continuous integration reads: a suite a group, a case a
// touchpoint. A case fails where the touchpoint sucks, or got worse since the baseline; what was
// not assessed, does not apply or is accepted is skipped, and says why.

#include <string>

#include "history/accepted.h"
#include "rules/audit.h"

namespace touchstone {

// `changes` and `accepted` may be null.
std::string write_junit(const Audit& audit, const Changes* changes, const Acceptance* accepted);

}  // namespace touchstone
