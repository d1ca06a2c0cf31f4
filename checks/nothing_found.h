#pragma once

// The facts of a touchpoint that was looked for and not found.

#include <initializer_list>
#include <string_view>

#include "checks/check.h"

namespace touchstone {

// Its fact `present` is false and every other one does not apply; all are unknown where the site
// does not prove the absence, with `holders` as in checks/absence.h.
Facts nothing_found(const Check& check, const Site& site,
                    std::initializer_list<std::string_view> holders = {});

}  // namespace touchstone
