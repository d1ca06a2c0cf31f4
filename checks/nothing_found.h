#pragma once

// The facts of a touchpoint that was looked for and not found.

#include "checks/check.h"

namespace touchstone {

// Its fact `present` is false and every other one does not apply; all are unknown where the site
// does not prove the absence.
Facts nothing_found(const Check& check, const Site& site);

}  // namespace touchstone
