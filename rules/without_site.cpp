#include "rules/without_site.h"

#include "rules/conclusion.h"
#include "rules/rule_parser.h"
#include "rules/rule_tree.h"
#include "site/embedded.h"

namespace touchstone {

namespace {

constexpr const char* file = "rules/without_site.json";

TouchpointRule website() {
  return parse_touchpoint(parse_rule_file({file, std::string(embedded_file(file))}, true), nullptr);
}

}  // namespace

Rulebook rulebook_without_site(const Rulebook& rulebook) {
  Rulebook offline = rulebook;
  std::erase_if(offline.touchpoints, [](const TouchpointRule& rule) { return !rule.offline; });
  offline.touchpoints.insert(offline.touchpoints.begin(), website());
  const TouchpointRule& missed = offline.touchpoints.front();
  offline.composites = {{missed.id, missed.title, {missed.id}, missed.importance}};
  return offline;
}

Scorecard scorecard_without_site(Scorecard scorecard) {
  ScorecardEntry entry;
  entry.rule = website();
  entry.known = true;
  entry.present = false;
  scorecard.entries.push_back(std::move(entry));
  return scorecard;
}

Audit judge_without_site(const std::string& name, Time taken, const Rulebook& rulebook,
                         const Profile& profile, const Scorecard& scorecard) {
  Audit audit;
  audit.name = name;
  audit.taken = taken;
  audit.profile = profile.id;
  audit.profile_why = told_reason(profile, rulebook);
  audit.profile_guessed = profile.guessed;
  for (const auto& rule : rulebook.touchpoints) {
    audit.touchpoints.push_back(
        judge_touchpoint(rule, Facts{}, profile.id, scorecard.find(rule.id)));
  }
  conclude(audit, rulebook);
  return audit;
}

}  // namespace touchstone
