#include "reports/compared_plan.h"

#include <algorithm>

#include "site/media_type.h"

namespace touchstone {

namespace {

Judgement judgement_of(const ToldComponent& told) {
  Judgement one;
  one.id = told.id;
  one.title = told.title;
  one.points = told.points;
  one.fix = told.fix;
  one.gain = told.gain;
  return one;
}

Touchpoint touchpoint_of(const ToldTouchpoint& told, const TouchpointRule& rule) {
  Touchpoint one;
  one.rule = &rule;
  one.importance = told.importance;
  one.status = told.status == "assessed"  ? Status::assessed
               : told.status == "missing" ? Status::missing
               : told.status == "absent"  ? Status::absent
                                          : Status::not_assessed;
  if (one.status == Status::assessed || one.status == Status::missing) one.points = told.points;
  for (const auto& part : told.components) one.components.push_back(judgement_of(part));
  // Short of wow with nothing to mend: too little of it was seen.
  one.partial = one.status == Status::assessed && one.points &&
                verdict_of(*one.points) != Verdict::wow &&
                std::all_of(one.components.begin(), one.components.end(),
                            [](const Judgement& part) { return part.fix.empty(); });
  return one;
}

std::vector<Chain> chains_of(const ToldAudit& told, const Rulebook& rulebook) {
  std::vector<Chain> chains;
  for (const auto& one : told.chains) {
    for (const auto& rule : rulebook.chains) {
      if (rule.id != one.id || one.broken_at.empty()) continue;
      Chain chain;
      chain.rule = &rule;
      chain.broken_at = one.broken_at;
      chains.push_back(std::move(chain));
    }
  }
  return chains;
}

}  // namespace

std::vector<PlanItem> plan_beside(const ToldAudit& ours, const Rulebook& rulebook,
                                  const BestRivals& rivals) {
  const auto taken = parse_rfc3339(ours.taken);
  if (!taken) return {};
  std::vector<Touchpoint> touchpoints;
  for (const auto& told : ours.touchpoints) {
    if (const TouchpointRule* rule = rulebook.find(told.id)) {
      touchpoints.push_back(touchpoint_of(told, *rule));
    }
  }
  return make_plan(touchpoints, chains_of(ours, rulebook), *taken, rulebook.plan_length, rivals);
}

}  // namespace touchstone
