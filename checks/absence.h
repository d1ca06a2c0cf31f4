#pragma once

// When a thing may be said to stand nowhere on a site.

#include <initializer_list>
#include <optional>
#include <string_view>

#include "site/site.h"

namespace touchstone {

// Why what was not found may still be somewhere: home or over a fifth of the pages that links led
// to could not be read in full, or links were left unvisited. Absent when not finding it is proof.
// `holders`: the page classes that could show it, none for all. As long as most pages were read, a
// page that refused us hides nothing that its links promise of no such class: a closed contact page
// hides a phone number and no privacy policy.
std::optional<Reason> site_absence_unproven_because(
    const Site& site, std::initializer_list<std::string_view> holders = {});

// A usual address of the page class was tried too, so that two looks agree on its absence.
bool looked_for_by_guess(const Site& site, std::string_view page_class);

}  // namespace touchstone
