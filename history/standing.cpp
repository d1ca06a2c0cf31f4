#include "history/standing.h"

#include <algorithm>

#include "rules/sentence.h"

namespace touchstone {

namespace {

ComponentStanding standing_of(const Judgement& judged, const Wording& wording) {
  ComponentStanding standing;
  standing.id = judged.id;
  standing.title = judged.title;
  standing.status = judged.status;
  standing.points = judged.points;
  standing.verdict = judged.verdict;
  if (judged.value) standing.value = print_value(*judged.value, judged.unit, wording);
  standing.threshold = judged.threshold;
  standing.says = judged.says;
  if (!judged.evidence.empty()) standing.url = judged.evidence.front().url;
  standing.firm = judged.confidence == Confidence::measured && judged.unit != "ms";
  return standing;
}

TouchpointStanding standing_of(const Touchpoint& touchpoint) {
  const TouchpointRule& rule = *touchpoint.rule;
  TouchpointStanding standing{rule.id,
                              rule.title,
                              touchpoint.status,
                              touchpoint.points,
                              touchpoint.verdict,
                              touchpoint.reason,
                              touchpoint.importance,
                              {}};
  for (const auto& one : touchpoint.components) {
    standing.components.push_back(standing_of(one, *rule.wording));
  }
  return standing;
}

template <typename Items>
auto find_by_id(const Items& items, std::string_view id) -> decltype(items.data()) {
  const auto found =
      std::find_if(items.begin(), items.end(), [&](const auto& one) { return one.id == id; });
  return found == items.end() ? nullptr : &*found;
}

}  // namespace

const ComponentStanding* TouchpointStanding::find(std::string_view component) const {
  return find_by_id(components, component);
}

const TouchpointStanding* AuditStanding::find(std::string_view touchpoint) const {
  return find_by_id(touchpoints, touchpoint);
}

AuditStanding standing_of(const Audit& audit) {
  AuditStanding standing{audit.host,         audit.rulebook,       audit.taken,
                         audit.score.points, audit.score.coverage, {}};
  for (const auto& one : audit.touchpoints) standing.touchpoints.push_back(standing_of(one));
  return standing;
}

}  // namespace touchstone
