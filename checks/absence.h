#pragma once

// When a thing may be said to stand nowhere on a site.

#include <optional>
#include <string_view>

#include "site/site.h"

namespace touchstone {

// Why what was not found may still be somewhere: home or over a fifth of the pages that links led
// to could not be read in full, or links were left unvisited. Absent when not finding it is proof.
std::optional<Reason> site_absence_unproven_because(const Site& site);

// A usual address of the page class was tried too, so that two looks agree on its absence.
bool looked_for_by_guess(const Site& site, std::string_view page_class);

}  // namespace touchstone
