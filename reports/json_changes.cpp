#include "reports/json_changes.h"

#include "reports/json_parts.h"
#include "site/media_type.h"

namespace touchstone {

namespace {

Json json_part(const ComponentStanding& standing) {
  Json json = json_standing(standing.status, standing.points);
  json["value"] = standing.value.empty() ? Json(nullptr) : Json(standing.value);
  json["says"] = standing.says;
  return json;
}

Json json_component_change(const ComponentChange& change) {
  const auto& [before, after] = change;
  return {{"id", after.id.empty() ? before.id : after.id},
          {"title", after.id.empty() ? before.title : after.title},
          {"before", json_part(before)},
          {"after", json_part(after)}};
}

Json json_acceptance(const AcceptedFinding* finding) {
  if (!finding) return nullptr;
  return {{"reason", finding->reason}, {"until", to_text(finding->until)}};
}

Json json_change(const Change& change, const Acceptance* accepted, Day day) {
  const bool worse = change.kind == ChangeKind::worse;
  const AcceptedFinding* finding = accepted && worse ? accepted->of_change(change, day) : nullptr;
  return {
      {"touchpoint", change.id()},
      {"title", change.title()},
      {"kind", std::string(to_string(change.kind))},
      {"counts", change.counts() && !finding},
      {"confirmed", change.confirmed},
      {"refuted", change.refuted},
      {"accepted", json_acceptance(finding)},
      {"before", change.before.id.empty()
                     ? Json(nullptr)
                     : json_standing(change.before.status, change.before.points)},
      {"after", change.after.id.empty() ? Json(nullptr)
                                        : json_standing(change.after.status, change.after.points)},
      {"url", change.url().empty() ? Json(nullptr) : Json(change.url())},
      {"components", json_list(change.components, json_component_change)}};
}

}  // namespace

Json json_standing(Status status, const std::optional<int>& points) {
  return {{"status", std::string(to_string(status))},
          {"verdict", points ? Json(std::string(to_string(verdict_of(*points)))) : Json(nullptr)},
          {"score", json_points(points)}};
}

Json json_changes(const Changes& changes, const Acceptance* accepted) {
  const Day day = std::chrono::floor<std::chrono::days>(changes.after);
  Json items = Json::array();
  for (const auto& one : changes.items) items.push_back(json_change(one, accepted, day));
  return {{"since", format_rfc3339(changes.before)},
          {"score_before", json_points(changes.points_before)},
          {"coverage_before", changes.coverage_before / 100.0},
          {"judged_again", changes.judged_again},
          {"rules_changed", changes.rules_changed},
          {"uncompared", changes.uncompared},
          {"items", std::move(items)}};
}

}  // namespace touchstone
