#pragma once

// The stored audits as looks at touchpoints, for what is due.

#include <vector>

#include "history/due.h"
#include "history/store.h"

namespace touchstone {

// They point into the marks.
std::vector<LastLook> last_looks(const Marks& marks);

// What is due of the company whose last audit that is.
DueSubject due_of(const StoredLine& last, Day day, const Rulebook& rulebook);

}  // namespace touchstone
