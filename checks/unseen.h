#pragma once

// What every check says when it cannot see: unknown facts, never bad ones.

#include <optional>

#include "checks/check.h"

namespace touchstone {

// Every fact of the check, unknown for that reason.
Facts all_unknown(const Check& check, Reason why);

// Why the site's start page cannot be read at all; absent when there is a tree of it.
std::optional<Reason> home_closed_because(const Site& site);

// Why what is not on this page may still be there for a customer (catalogue section 3.2): a shell
// that a script fills, a cookie wall, a cut body. Absent when absence there is proof.
std::optional<Reason> absence_unproven_because(const Page& page);

}  // namespace touchstone
