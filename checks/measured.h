#pragma once

// One check, run so that nothing it does wrong harms the audit.

#include "checks/check.h"

namespace touchstone {

// What it says of the site. A check that throws, or is silent about a fact that it declares, is our
// fault and not the company's: those facts are unknown (internal_error).
Facts measured_by(const Check& check, const Site& site, const Presence& presence);

}  // namespace touchstone
