#pragma once

// An audit of what was due, made whole by the last one.

#include <functional>
#include <set>
#include <string>

#include "rules/inspection.h"

namespace touchstone {

using TouchpointIds = std::set<std::string, std::less<>>;

// What was measured of the `due` touchpoints now, and of the others before, each with the time when
// it was looked at (Inspection::looked). Whatever speaks of the site as a whole is of now.
Inspection joined(Inspection now, const Inspection& before, const TouchpointIds& due);

}  // namespace touchstone
