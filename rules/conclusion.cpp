#include "rules/conclusion.h"

#include <algorithm>

#include "rules/chains.h"
#include "rules/plan.h"
#include "rules/reactions.h"
#include "rules/scores.h"

namespace touchstone {

void conclude(Audit& audit, const Rulebook& rulebook) {
  audit.rulebook = rulebook.version;
  for (auto& one : audit.touchpoints) one.reaction = reaction_to(one, rulebook);
  audit.groups = score_groups(audit.touchpoints, rulebook);
  audit.composites = score_composites(audit.touchpoints, rulebook);
  std::vector<std::string> dropped;
  audit.chains = judge_chains(rulebook, audit.touchpoints, audit.composites, dropped);
  audit.dropped_chains = std::move(dropped);
  audit.first_impression = score_of(audit.touchpoints, makes_first_impression);
  audit.score = company_score(audit.touchpoints, audit.chains);
  audit.plan = make_plan(audit.touchpoints, audit.chains, audit.taken, audit.touchpoints.size());
  const auto first = std::min(rulebook.plan_length, audit.plan.size());
  const auto rest = audit.plan.begin() + static_cast<std::ptrdiff_t>(first);
  audit.later.assign(rest, audit.plan.end());
  audit.plan.erase(rest, audit.plan.end());
}

}  // namespace touchstone
