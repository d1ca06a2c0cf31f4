#pragma once

// Measuring that may be ended: a page full of everything keeps the checks busy for seconds, and
// whoever waits may have seen enough.

#include <functional>
#include <vector>

#include "checks/check.h"

namespace touchstone {

using GoesOn = std::function<bool()>;  // false: whoever asked does not want to wait any more

// As measure. Asked before each check; what was not measured when it first says no is unknown:
// interrupted.
std::vector<Measured> measure_while(const GoesOn& goes_on, const Site& site,
                                    const Presence& presence);

}  // namespace touchstone
