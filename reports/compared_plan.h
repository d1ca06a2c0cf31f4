#pragma once

// The plan of an audit that was made before, beside rivals.

#include <vector>

#include "reports/told_audit.h"
#include "rules/plan.h"

namespace touchstone {

// `rulebook` says efforts, owners and remedies; what it lacks is left out. The dates count from the
// day of the audit.
std::vector<PlanItem> plan_beside(const ToldAudit& ours, const Rulebook& rulebook,
                                  const BestRivals& rivals);

}  // namespace touchstone
