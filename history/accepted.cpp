#include "history/accepted.h"

#include <algorithm>

#include "rules/nearest.h"
#include "rules/rule_reader.h"

namespace touchstone {

namespace {

template <typename Items>
void need_known(const RuleNode& at, const std::string& id, const Items& known, const char* what) {
  std::vector<std::string> names;
  for (const auto& one : known) names.push_back(one.id);
  if (std::find(names.begin(), names.end(), id) != names.end()) return;
  at.fail(std::string("unknown ") + what + " \"" + id + "\"" + did_you_mean(id, names));
}

Day day_in(RuleReader& reader) {
  const std::string text = reader.needed_text("until");
  const auto day = parse_day(text);
  if (!day) {
    reader.member("until")->fail("\"" + text + "\" is no day; write it as 2026-06-30");
  }
  return *day;
}

AcceptedFinding finding_in(const RuleNode& node, const Rulebook& rulebook) {
  RuleReader reader(node);
  AcceptedFinding finding;
  finding.touchpoint = reader.needed_text("touchpoint");
  need_known(*reader.member("touchpoint"), finding.touchpoint, rulebook.touchpoints, "touchpoint");
  finding.component = reader.text("component");
  if (const RuleNode* component = reader.member("component")) {
    need_known(*component, finding.component, rulebook.find(finding.touchpoint)->components,
               "component");
  }
  finding.reason = reader.needed_text("reason");
  finding.until = day_in(reader);
  reader.done();
  return finding;
}

}  // namespace

const AcceptedFinding* Acceptance::of(std::string_view touchpoint,
                                      const std::vector<std::string>& components, Day day) const {
  const auto named = [&](const std::string& component) -> const AcceptedFinding* {
    for (const auto& one : findings_) {
      const bool same = one.touchpoint == touchpoint && one.component == component;
      if (same && day <= one.until) return &one;
    }
    return nullptr;
  };
  if (const AcceptedFinding* whole = named("")) return whole;
  const AcceptedFinding* found = nullptr;
  for (const auto& id : components) {
    found = named(id.substr(id.find('.') + 1));
    if (!found) return nullptr;
  }
  return found;
}

const AcceptedFinding* Acceptance::of_verdict(const Touchpoint& touchpoint, Day day) const {
  if (findings_.empty()) return nullptr;
  std::vector<std::string> sucking;
  for (const auto& one : touchpoint.components) {
    if (one.verdict == Verdict::sucks) sucking.push_back(one.id);
  }
  return of(touchpoint.rule->id, sucking, day);
}

const AcceptedFinding* Acceptance::of_verdict(std::string_view touchpoint,
                                              const std::vector<std::string>& sucking_components,
                                              Day day) const {
  return of(touchpoint, sucking_components, day);
}

const AcceptedFinding* Acceptance::of_change(const Change& change, Day day) const {
  std::vector<std::string> worse;
  for (const auto& one : change.components) {
    if (one.worse()) worse.push_back(one.after.id);
  }
  return of(change.id(), worse, day);
}

const AcceptedFinding* Acceptance::of_component(std::string_view touchpoint,
                                                const std::string& component, Day day) const {
  return of(touchpoint,
            component.empty() ? std::vector<std::string>() : std::vector<std::string>{component},
            day);
}

std::vector<const AcceptedFinding*> Acceptance::expired(Day day) const {
  std::vector<const AcceptedFinding*> found;
  for (const auto& one : findings_) {
    if (one.until < day) found.push_back(&one);
  }
  return found;
}

Acceptance parse_acceptance(const RuleFile& file, const Rulebook& rulebook) {
  const RuleNode root = parse_rule_file(file, false);
  RuleReader reader(root);
  std::vector<AcceptedFinding> findings;
  if (const RuleNode* list = reader.list("findings")) {
    for (const auto& item : list->items) findings.push_back(finding_in(item, rulebook));
  }
  reader.done();
  return Acceptance(std::move(findings));
}

}  // namespace touchstone
