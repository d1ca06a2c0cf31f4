#include "reports/sarif.h"

#include <algorithm>

#include "reports/json_parts.h"
#include "site/media_type.h"
#include "site/url.h"
#include "site/version.h"

namespace touchstone {

namespace {

class SarifReport {
 public:
  SarifReport(const Audit& audit, const Changes* changes, const Acceptance* accepted)
      : audit_(audit),
        changes_(changes),
        accepted_(accepted),
        day_(std::chrono::floor<std::chrono::days>(audit.taken)) {}

  std::string write() {
    for (const auto& one : audit_.touchpoints) add(one);
    const Json run = {
        {"tool",
         {{"driver",
           {{"name", "touchstone"},
            {"version", std::string(version())},
            {"rules", std::move(rules_)}}}}},
        {"invocations", Json::array({{{"executionSuccessful", !audit_.unreached},
                                      {"startTimeUtc", format_rfc3339(audit_.taken)}}})},
        {"results", std::move(results_)},
        {"properties",
         {{"subject", audit_.asked},
          {"score", json_points(audit_.score.points)},
          {"coverage", audit_.score.coverage / 100.0}}}};
    const Json json = {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                       {"version", "2.1.0"},
                       {"runs", Json::array({run})}};
    return json_text(json, true);
  }

 private:
  void add(const Touchpoint& touchpoint) {
    const TouchpointRule& rule = *touchpoint.rule;
    if (touchpoint.status == Status::missing) {
      add_rule(rule.id, rule.title, rule);
      add_result(rule.id, touchpoint, *touchpoint.verdict, rule.title + ": " + rule.remedy, {});
      return;
    }
    if (!touchpoint.points) return;
    for (const auto& one : touchpoint.components) {
      if (!one.verdict || *one.verdict == Verdict::wow) continue;
      add_rule(one.id, rule.title + ": " + one.title, rule);
      add_result(one.id, touchpoint, *one.verdict,
                 one.says + (one.fix.empty() ? "" : " " + one.fix), one.evidence);
    }
  }

  void add_rule(const std::string& id, const std::string& title, const TouchpointRule& rule) {
    rules_.push_back(
        {{"id", id},
         {"name", id},
         {"shortDescription", {{"text", title}}},
         {"fullDescription", {{"text", rule.experience.empty() ? title : rule.experience}}},
         {"help", {{"text", rule.remedy.empty() ? title : rule.remedy}}}});
  }

  // Only addresses are locations; a DNS record is one of the site's.
  Json location(const Evidence& evidence) const {
    const auto url = Url::parse(evidence.url);
    Json json = {{"physicalLocation",
                  {{"artifactLocation", {{"uri", url ? url->href() : audit_.answered}}}}}};
    if (!evidence.place.empty()) {
      json["logicalLocations"] = Json::array({{{"name", evidence.place}, {"kind", "element"}}});
    }
    return json;
  }

  std::string baseline_state(const std::string& id, const Touchpoint& touchpoint) const {
    const Change* change = changes_->find(touchpoint.rule->id);
    if (!change) return "unchanged";
    if (change->components.empty()) {
      return change->kind == ChangeKind::worse || change->kind == ChangeKind::fresh ? "new"
                                                                                    : "updated";
    }
    const auto found = std::find_if(change->components.begin(), change->components.end(),
                                    [&](const ComponentChange& one) { return one.after.id == id; });
    if (found == change->components.end()) return "unchanged";
    const bool was_fine = !found->before.verdict || *found->before.verdict == Verdict::wow;
    return was_fine ? "new" : "updated";
  }

  Json suppressions(const std::string& id, const Touchpoint& touchpoint, Verdict verdict) const {
    Json list = Json::array();
    if (!accepted_ || verdict != Verdict::sucks) return list;
    const bool whole = id == touchpoint.rule->id;
    const AcceptedFinding* finding =
        accepted_->of_component(touchpoint.rule->id, whole ? "" : id, day_);
    if (finding) {
      list.push_back(
          {{"kind", "external"},
           {"justification", finding->reason + " (until " + to_text(finding->until) + ")"}});
    }
    return list;
  }

  void add_result(const std::string& id, const Touchpoint& touchpoint, Verdict verdict,
                  const std::string& message, const std::vector<Evidence>& evidence) {
    Json locations = Json::array();
    for (const auto& one : evidence) locations.push_back(location(one));
    if (locations.empty()) locations.push_back(location({}));
    Json result = {{"ruleId", id},
                   {"ruleIndex", rules_.size() - 1},
                   {"level", verdict == Verdict::sucks ? "error" : "warning"},
                   {"message", {{"text", message}}},
                   {"locations", std::move(locations)},
                   {"partialFingerprints", {{"touchstone/v1", audit_.host + "/" + id}}}};
    if (changes_) result["baselineState"] = baseline_state(id, touchpoint);
    if (Json list = suppressions(id, touchpoint, verdict); !list.empty()) {
      result["suppressions"] = std::move(list);
    }
    results_.push_back(std::move(result));
  }

  const Audit& audit_;
  const Changes* changes_;
  const Acceptance* accepted_;
  Day day_;
  Json rules_ = Json::array(), results_ = Json::array();
};

}  // namespace

std::string write_sarif(const Audit& audit, const Changes* changes, const Acceptance* accepted) {
  return SarifReport(audit, changes, accepted).write();
}

}  // namespace touchstone
