#pragma once

// An Audit as workflow commands of GitHub Actions, which show as annotations of a run: an error
// where a touchpoint got worse or sucks, a warning where it only seems worse, and the score. GitHub
// shows ten of a kind, so that the worst and most important come first.

#include <string>

#include "history/accepted.h"
#include "rules/audit.h"

namespace touchstone {

// `changes` and `accepted` may be null.
std::string write_github(const Audit& audit, const Changes* changes, const Acceptance* accepted);

}  // namespace touchstone
