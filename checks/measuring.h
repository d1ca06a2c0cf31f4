#pragma once

// One check after the other, run so that nothing that one does wrong harms the audit. It may be
// ended: a page full of everything keeps the checks busy for seconds, and whoever waits may have
// seen enough.

#include <functional>
#include <vector>

#include "checks/check.h"

namespace touchstone {

// What one check says of the site. A check that throws, or is silent about a fact that it declares,
// is our fault and not the company's: those facts are unknown (internal_error).
Facts measured_by(const Check& check, const Site& site, const Presence& presence);

using GoesOn = std::function<bool()>;  // false: whoever asked does not want to wait any more

// As measure. Asked before each check; what was not measured when it first says no is unknown:
// interrupted.
std::vector<Measured> measure_while(const GoesOn& goes_on, const Site& site,
                                    const Presence& presence);

}  // namespace touchstone
