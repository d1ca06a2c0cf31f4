#pragma once

// What follows from judged touchpoints.

#include "rules/audit.h"

namespace touchstone {

// From `audit.touchpoints`: their reactions, groups, composites, chains, scores and the plan.
void conclude(Audit& audit, const Rulebook& rulebook);

}  // namespace touchstone
