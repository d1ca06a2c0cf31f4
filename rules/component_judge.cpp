#include "rules/component_judge.h"

#include <algorithm>

#include "checks/check.h"
#include "rules/condition.h"
#include "rules/judge.h"
#include "rules/sentence.h"

namespace touchstone {

namespace {

constexpr int worst_unproven = 40;

// How the rule came to its answer.
struct Finding {
  Status status = Status::not_applicable;
  int points = 0;
  Verdict verdict = Verdict::so_so;
  const Case* chosen = nullptr;
  std::optional<Reason> why;
  std::vector<const Fact*> weighed;  // every fact that a condition looked at

  static Finding unseen(std::optional<Reason> why) {
    Finding finding;
    finding.status = Status::not_assessed;
    finding.why = why.value_or(Reason::internal_error);
    return finding;
  }
};

int points_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::wow:
      return 100;
    case Verdict::so_so:
      return 50;
    case Verdict::sucks:
      return 0;
  }
  return 0;
}

void weigh(const std::vector<Condition>& conditions, const Facts& facts, Finding& finding) {
  for (const auto& condition : conditions) {
    const Fact* fact = facts.find(condition.fact);
    const auto& weighed = finding.weighed;
    if (fact && std::find(weighed.begin(), weighed.end(), fact) == weighed.end()) {
      finding.weighed.push_back(fact);
    }
  }
}

Finding grade(const Graded& graded, const Facts& facts) {
  const Fact* fact = facts.find(graded.fact);
  if (!fact) return Finding::unseen(Reason::internal_error);
  if (fact->state == Fact::State::unknown) return Finding::unseen(fact->why);
  Finding finding;
  if (fact->state != Fact::State::known) return finding;
  const auto* number = std::get_if<std::int64_t>(&fact->value);
  if (!number) return Finding::unseen(Reason::internal_error);
  finding.status = Status::assessed;
  finding.points = graded_points(graded, *number);
  finding.verdict = verdict_of(finding.points);
  finding.weighed.push_back(fact);
  return finding;
}

Finding find_verdict(const Component& component, const Facts& facts) {
  Finding finding;
  for (const auto& one : component.cases) {
    weigh(one.when, facts, finding);
    const Holding holding = hold_all(one.when, facts);
    if (holding.truth == Truth::no) continue;
    if (holding.truth == Truth::unknown) return Finding::unseen(holding.why);
    if (holding.truth == Truth::not_applicable || one.not_applicable) return finding;
    finding.status = Status::assessed;
    finding.verdict = one.verdict;
    finding.points = points_of(one.verdict);
    finding.chosen = &one;
    return finding;
  }
  return component.graded ? grade(*component.graded, facts) : finding;
}

// A heuristic may say sucks only when a second look or signal says so too.
bool confirmed(const Finding& finding, const Fact* shown) {
  int signals = shown ? shown->signals : 0;
  for (const Fact* fact : finding.weighed) signals = std::max(signals, fact->signals);
  return signals >= 2;
}

// The sentence tells what was found, even where its points were raised.
std::string sentence_of(const Component& component, const Finding& finding) {
  if (finding.chosen && !finding.chosen->says.empty()) return finding.chosen->says;
  auto said = component.says.find(finding.verdict);
  if (said == component.says.end()) said = component.says.find(Verdict::so_so);
  return said == component.says.end() ? std::string() : said->second;
}

std::vector<Evidence> evidence_of(const Finding& finding, const Fact* shown) {
  constexpr std::size_t enough = 12;
  std::vector<Evidence> evidence;
  const auto take = [&](const Fact& fact) {
    for (const auto& one : fact.evidence) {
      if (evidence.size() == enough) return;
      if (std::find(evidence.begin(), evidence.end(), one) == evidence.end()) {
        evidence.push_back(one);
      }
    }
  };
  if (shown) take(*shown);
  for (const Fact* fact : finding.weighed) take(*fact);
  return evidence;
}

Judgement frame_of(const TouchpointRule& rule, const Component& component) {
  Judgement judgement;
  judgement.id = rule.id + "." + component.id;
  judgement.title = component.title;
  judgement.weight = component.weight;
  judgement.severity = component.severity;
  judgement.confidence = component.confidence;
  judgement.unit = component.unit;
  judgement.threshold = component.criterion(Verdict::wow, nullptr, *rule.wording);
  return judgement;
}

// What only people see: the points that they gave, and the criterion that these meet.
Judgement score_by_people(const Component& component, const ScorecardEntry* scored,
                          Judgement judgement) {
  const auto given = scored ? scored->parts.find(component.id) : decltype(scored->parts.end()){};
  if (!scored || given == scored->parts.end()) {
    judgement.reason = Reason::manual_only;
    return judgement;
  }
  judgement.status = Status::assessed;
  judgement.points = given->second;
  judgement.verdict = verdict_of(given->second);
  const auto said = component.says.find(*judgement.verdict);
  if (said != component.says.end()) judgement.says = said->second;
  if (judgement.verdict != Verdict::wow) judgement.fix = component.fix;
  return judgement;
}

}  // namespace

Judgement judge_component(const TouchpointRule& rule, const Component& component,
                          const Facts& facts, const ScorecardEntry* scored) {
  Judgement judgement = frame_of(rule, component);
  if (component.manual) return score_by_people(component, scored, std::move(judgement));
  const Fact* shown = facts.find(component.fact);
  if (shown && shown->state == Fact::State::known) judgement.value = shown->value;
  const Finding finding = find_verdict(component, facts);
  judgement.status = finding.status;
  judgement.reason = finding.why;
  judgement.evidence = evidence_of(finding, shown);
  if (finding.status != Status::assessed) return judgement;

  int points = finding.points;
  if (verdict_of(points) == Verdict::sucks) {
    const bool guess = component.confidence == Confidence::heuristic && !confirmed(finding, shown);
    judgement.unconfirmed = guess;
    if (guess || component.confidence == Confidence::estimate) {
      points = std::max(points, worst_unproven);
    }
  }
  judgement.points = points;
  judgement.verdict = verdict_of(points);
  judgement.says = fill_sentence(sentence_of(component, finding), facts, rule.units, *rule.wording);
  if (judgement.verdict != Verdict::wow) {
    judgement.fix = fill_sentence(component.fix, facts, rule.units, *rule.wording);
  }
  return judgement;
}

}  // namespace touchstone
