#include "reports/json.h"

#include "reports/escape.h"
#include "reports/json_changes.h"
#include "reports/json_parts.h"
#include "rules/lists.h"
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
  for (const auto& group : audit.groups) {
    groups.push_back(json_scored(group.id, group.score));
    groups.back()["title"] = group.title;
  }
  return groups;
}

Json json_composites(const Audit& audit) {
  Json composites = Json::array();
  for (const auto& composite : audit.composites) {
    Json entry = json_scored(composite.id, composite.score);
    entry["title"] = composite.title;
    entry["members"] = composite.members;
    composites.push_back(std::move(entry));
  }
  return composites;
}

Json json_plan(const std::vector<PlanItem>& items) {
  Json plan = Json::array();
  for (const auto& item : items) {
    plan.push_back({{"touchpoint", item.touchpoint},
                    {"what", item.what},
                    {"who", item.who},
                    {"by", item.by},
                    {"gain", item.gain / 10.0},
                    {"effort", item.effort}});
    if (!item.state.empty()) plan.back()["state"] = item.state;
  }
  return plan;
}

Json json_ids(const Picked& touchpoints) {
  Json ids = Json::array();
  for (const Touchpoint* one : touchpoints) ids.push_back(one->rule->id);
  return ids;
}

Json json_lists(const Audit& audit) {
  const Lists lists = lists_of(audit);
  return {{"create_wow", json_ids(lists.create_wow)},
          {"remove_sucks", json_ids(lists.remove_sucks)},
          {"lift_so_so", json_ids(lists.lift_so_so)},
          {"quick_wins", json_ids(lists.quick_wins)},
          {"quick_gain", lists.quick_gain / 10.0},
          {"most_significant", json_ids(lists.most_significant)},
          {"without_chip", json_ids(lists.without_chip)}};
}

Json json_sub_scores(const Audit& audit) {
  const SubScores scores = sub_scores_of(audit);
  Json json{{"online", json_points(scores.online.points)},
            {"offline", json_points(scores.offline.points)},
            {"customer_sees", json_points(scores.customer_sees.points)},
            {"start", json_points(scores.start.points)},
            {"stay", json_points(scores.stay.points)},
            {"opportunity", scores.opportunity / 10.0}};
  for (const auto& [position, score] : scores.positions) {
    json["positions"][position] = json_points(score.points);
  }
  return json;
}

Json json_preview(const SearchPreview& preview) {
  if (preview.title.empty()) return nullptr;
  return {{"name", preview.name},
          {"address", preview.address},
          {"title", preview.title},
          {"title_cut", preview.title_cut},
          {"snippet", preview.snippet},
          {"snippet_cut", preview.snippet_cut},
          {"icon", preview.icon.empty() ? Json(nullptr) : Json(preview.icon)}};
}

Json json_crawl(const Audit& audit) {
  Json blocked = nullptr;
  if (audit.blocked) blocked = {{"by", audit.blocked->by}, {"status", audit.blocked->status}};
  return {{"pages", audit.pages},
          {"requests", audit.requests},
          {"bytes", audit.bytes},
          {"blocked", std::move(blocked)},
          {"unreached", audit.unreached},
          {"fault", audit.fault ? Json(to_string(*audit.fault)) : Json()},
          {"notes", audit.notes}};
}

}  // namespace

std::string json_text(const Json& json, bool indented) {
  return json_escaped(json.dump(indented ? 2 : -1, ' ', false, Json::error_handler_t::replace)) +
         "\n";
}

std::string write_json(const Audit& audit, bool indented, const Beside& beside) {
  Json json = {
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
      {"plan", json_plan(audit.plan)},
      {"later", json_plan(audit.later)},
      {"lists", json_lists(audit)},
      {"sub_scores", json_sub_scores(audit)},
      {"search_preview", json_preview(audit.search_preview)},
      {"presence", json_presence(audit.presence, audit.speed)},
      {"crawl", json_crawl(audit)}};
  if (beside.changes) json["changes"] = json_changes(*beside.changes, beside.accepted);
  return json_text(json, indented);
}

}  // namespace touchstone
