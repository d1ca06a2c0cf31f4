#pragma once

// When a way of contact may be said to stand nowhere: a contact page that a link promises and that
// refused us may hold it.

#include <optional>

#include "checks/check.h"

namespace touchstone {

// As site_absence_unproven_because, and the reason of a promised contact page that was not read.
std::optional<Reason> contact_absence_unproven_because(const Site& site);

// "present" is false and nothing else applies; or all is unknown, where absence is not proven.
Facts no_contact_found(const Check& check, const Site& site);

}  // namespace touchstone
