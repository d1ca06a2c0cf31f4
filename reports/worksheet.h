#pragma once

// Papers with room to write, for those who know the company from inside.

#include "reports/handout.h"
#include "reports/told_audit.h"

namespace touchstone {

// What to keep, the three lists, what is short and what is long, then for each touchpoint its
// parts, we, a competitor, what, who, by when; and room for ideas before, between and behind.
Handout worksheet(const ToldAudit& audit, const Phrases& say);

// Questions that lead to touchpoints nobody has written down yet: for each step of the customer's
// way, on the Internet and off it; and how many are known already.
Handout brainstorm(const ToldAudit& audit, const Phrases& say);

}  // namespace touchstone
