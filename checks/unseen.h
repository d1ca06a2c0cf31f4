#pragma once

// Why a page does not prove what it does not show.

#include <optional>

#include "site/site.h"

namespace touchstone {

// Why the site's start page cannot be read at all; absent when there is a tree of it.
std::optional<Reason> home_closed_because(const Site& site);

// Why what is not on this page may still be there for a customer: a shell
// that a script fills, a cookie wall, a cut body. Absent when absence there is proof.
std::optional<Reason> absence_unproven_because(const Page& page);

}  // namespace touchstone
