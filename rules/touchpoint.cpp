// One touchpoint from its components.

#include <algorithm>

#include "rules/arithmetic.h"
#include "rules/component_judge.h"
#include "rules/condition.h"
#include "rules/judge.h"

namespace touchstone {

namespace {

constexpr int wow_floor = 80, below_wow = 79, so_so_floor = 40, below_so_so = 39;

struct Weights {
  int applicable = 0, assessed = 0;
  std::int64_t points = 0;

  bool too_little() const { return 2 * assessed < applicable; }
  bool partial() const { return 5 * assessed < 4 * applicable; }
};

Weights weights_of(const std::vector<Judgement>& components) {
  Weights weights;
  for (const auto& component : components) {
    if (component.status == Status::not_applicable) continue;
    weights.applicable += component.weight;
    if (!component.points) continue;
    weights.assessed += component.weight;
    weights.points += std::int64_t{*component.points} * component.weight;
  }
  return weights;
}

bool any_sucks(const std::vector<Judgement>& components, Severity severity) {
  return std::any_of(components.begin(), components.end(), [&](const Judgement& one) {
    return one.severity == severity && one.points && *one.points < so_so_floor;
  });
}

struct Sum {
  int points = 0;
  std::optional<Severity> cap;  // which severity's cap lowered them
};

// Caps, chips and rounding, in this order.
Sum sum_up(const std::vector<Judgement>& components, std::size_t chips) {
  constexpr std::size_t per_chip = 5, at_most = 20;
  const Weights weights = weights_of(components);
  int mean = static_cast<int>(rdiv(weights.points, weights.assessed));
  if (any_sucks(components, Severity::critical)) {
    return {std::min(mean, below_so_so),
            mean > below_so_so ? std::optional(Severity::critical) : std::nullopt};
  }
  mean = std::min<int>(100, mean + static_cast<int>(std::min(at_most, per_chip * chips)));
  Sum sum{mean, std::nullopt};
  if (any_sucks(components, Severity::major) && mean > below_wow) {
    sum = {below_wow, Severity::major};
  }
  if (weights.partial()) sum.points = std::min(sum.points, below_wow);
  return sum;
}

void mark_cap(std::vector<Judgement>& components, Severity severity) {
  for (auto& one : components) {
    if (one.severity == severity && one.points && *one.points < so_so_floor) {
      one.cap = severity == Severity::critical ? "critical" : "major";
    }
  }
}

// What the touchpoint would win, were this component perfect and all else as it is.
int gain_of(const std::vector<Judgement>& components, std::size_t which, std::size_t chips,
            int points) {
  std::vector<Judgement> better = components;
  better[which].points = 100;
  return std::max(0, sum_up(better, chips).points - points);
}

// The reason that stands for most of the weight that could not be seen, the first of equals.
Reason main_reason(const std::vector<Judgement>& components) {
  std::vector<std::pair<Reason, int>> weights;
  for (const auto& one : components) {
    if (!one.reason) continue;
    const auto known = std::find_if(weights.begin(), weights.end(),
                                    [&](const auto& pair) { return pair.first == *one.reason; });
    if (known == weights.end()) {
      weights.emplace_back(*one.reason, one.weight);
    } else {
      known->second += one.weight;
    }
  }
  const auto most =
      std::max_element(weights.begin(), weights.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == weights.end() ? Reason::insufficient_evidence : most->first;
}

Absence absence_for(const TouchpointRule& rule, const std::string& profile) {
  const auto special = rule.absence_by_profile.find(profile);
  return special == rule.absence_by_profile.end() ? rule.absence : special->second;
}

// What its absence means.
void judge_missing(Absence absence, Touchpoint& touchpoint) {
  switch (absence) {
    case Absence::required:
    case Absence::expected:
      touchpoint.status = Status::missing;
      touchpoint.points = absence == Absence::required ? 0 : so_so_floor;
      touchpoint.verdict = verdict_of(*touchpoint.points);
      break;
    case Absence::optional:
      touchpoint.status = Status::absent;
      break;
    case Absence::never:
      touchpoint.status = Status::not_applicable;
      break;
  }
}

void judge_present(const TouchpointRule& rule, const Facts& facts, Touchpoint& touchpoint) {
  auto& components = touchpoint.components;
  const Weights weights = weights_of(components);
  if (weights.applicable == 0) {
    touchpoint.status = Status::not_applicable;
    return;
  }
  const bool critical = any_sucks(components, Severity::critical);
  if (weights.assessed == 0 || (weights.too_little() && !critical)) {
    touchpoint.status = Status::not_assessed;
    touchpoint.reason =
        weights.assessed == 0 ? main_reason(components) : Reason::insufficient_evidence;
    return;
  }
  if (!critical) {
    for (const auto& chip : rule.chips) {
      if (hold_all(chip.when, facts).truth == Truth::yes) touchpoint.chips.push_back(chip.id);
    }
  }
  const std::size_t chips = touchpoint.chips.size();
  const Sum sum = sum_up(components, chips);
  touchpoint.status = Status::assessed;
  touchpoint.partial = weights.partial();
  touchpoint.points = sum.points;
  touchpoint.verdict = verdict_of(sum.points);
  if (sum.cap) mark_cap(components, *sum.cap);
  for (std::size_t i = 0; i < components.size(); ++i) {
    if (components[i].points) components[i].gain = gain_of(components, i, chips, sum.points);
  }
  if (sum.points >= wow_floor) {
    touchpoint.wow_kind = chips > 0 && !rule.hygiene ? "remembered" : "standard";
  }
}

bool is_missing(const TouchpointRule& rule, const Facts& facts) {
  return !rule.missing.empty() && hold_all(rule.missing, facts).truth == Truth::yes;
}

// What people said of the whole: shown beside what was measured, in its place only where they say
// so, and why.
void take_people_at_their_word(const ScorecardEntry& scored, Touchpoint& touchpoint) {
  constexpr int liked = 80;
  if (scored.overrides && scored.points) {
    touchpoint.status = Status::assessed;
    touchpoint.reason.reset();
    touchpoint.points = scored.points;
    touchpoint.verdict = verdict_of(*scored.points);
    if (*scored.points >= wow_floor) touchpoint.wow_kind = "standard";
  }
  if (touchpoint.wow_kind && scored.customers.value_or(0) >= liked && !touchpoint.rule->hygiene) {
    touchpoint.wow_kind = "remembered";
  }
}

}  // namespace

Touchpoint judge_touchpoint(const TouchpointRule& rule, const Facts& facts,
                            const std::string& profile, const ScorecardEntry* scored) {
  Touchpoint touchpoint;
  touchpoint.rule = &rule;
  touchpoint.scored = scored;
  touchpoint.importance = rule.importance;
  for (const auto& component : rule.components) {
    touchpoint.components.push_back(judge_component(rule, component, facts, scored));
  }
  const bool known_missing = scored && scored->present == false;
  if (known_missing || is_missing(rule, facts)) {
    judge_missing(absence_for(rule, profile), touchpoint);
  } else {
    judge_present(rule, facts, touchpoint);
  }
  if (scored) take_people_at_their_word(*scored, touchpoint);
  return touchpoint;
}

}  // namespace touchstone
