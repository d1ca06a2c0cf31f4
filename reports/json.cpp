#include "reports/json.h"

#include "reports/json_parts.h"
#include "site/media_type.h"
#include "site/version.h"

namespace touchstone {

Json json_points(const std::optional<int>& points) {
  return points ? Json(*points / 10.0) : Json(nullptr);
}

Json json_verdict(const std::optional<Verdict>& verdict) {
  return verdict ? Json(std::string(to_string(*verdict))) : Json(nullptr);
}

Json json_reason(const std::optional<Reason>& reason) {
  return reason ? Json(std::string(to_string(*reason))) : Json(nullptr);
}

namespace {

Json json_scored(const std::string& id, const Score& score) {
  return {{"id", id},
          {"score", json_points(score.points)},
          {"verdict", json_verdict(score.verdict())},
          {"coverage", score.coverage / 100.0}};
}

Json json_subject(const Audit& audit) {
  return {{"asked", audit.asked},
          {"answered", audit.answered},
          {"host", audit.host},
          {"name", audit.name}};
}

Json json_groups(const Audit& audit) {
  Json groups = Json::array();
  for (const auto& group : audit.groups) groups.push_back(json_scored(group.id, group.score));
  return groups;
}

Json json_composites(const Audit& audit) {
  Json composites = Json::array();
  for (const auto& composite : audit.composites) {
    Json entry = json_scored(composite.id, composite.score);
    entry["members"] = composite.members;
    composites.push_back(std::move(entry));
  }
  return composites;
}

Json json_plan(const Audit& audit) {
  Json plan = Json::array();
  for (const auto& item : audit.plan) {
    plan.push_back({{"touchpoint", item.touchpoint},
                    {"what", item.what},
                    {"who", item.who},
                    {"by", item.by},
                    {"gain", item.gain / 10.0},
                    {"effort", item.effort}});
  }
  return plan;
}

Json json_crawl(const Audit& audit) {
  Json blocked = nullptr;
  if (audit.blocked) blocked = {{"by", audit.blocked->by}, {"status", audit.blocked->status}};
  return {{"pages", audit.pages},
          {"requests", audit.requests},
          {"bytes", audit.bytes},
          {"blocked", std::move(blocked)},
          {"notes", audit.notes}};
}

}  // namespace

std::string write_json(const Audit& audit, bool indented) {
  const Json json = {
      {"format", "touchstone-audit/1"},
      {"generator", {{"version", std::string(version())}, {"rulebook", audit.rulebook}}},
      {"subject", json_subject(audit)},
      {"taken", format_rfc3339(audit.taken)},
      {"elapsed_ms", audit.elapsed_ms},
      {"score", json_points(audit.score.points)},
      {"verdict", json_verdict(audit.score.verdict())},
      {"coverage", audit.score.coverage / 100.0},
      {"reason", json_reason(audit.closed)},
      {"profile",
       {{"id", audit.profile}, {"guessed", audit.profile_guessed}, {"why", audit.profile_why}}},
      {"first_impression", json_points(audit.first_impression.points)},
      {"groups", json_groups(audit)},
      {"composites", json_composites(audit)},
      {"touchpoints", json_list(audit.touchpoints, json_touchpoint)},
      {"chains", json_list(audit.chains, json_chain)},
      {"plan", json_plan(audit)},
      {"presence", json_presence(audit.presence, audit.speed)},
      {"crawl", json_crawl(audit)}};
  return json.dump(indented ? 2 : -1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace touchstone
