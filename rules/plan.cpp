#include "rules/plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <tuple>

namespace touchstone {

namespace {

constexpr int wow_floor = 80, most = 100;

// What a touchpoint should reach: wow, and ahead of the best rival.
int target_of(const Touchpoint& touchpoint, const BestRivals& rivals) {
  constexpr int lead = 5;
  const auto best = rivals.find(touchpoint.rule->id);
  return best == rivals.end() ? wow_floor : std::clamp(best->second + lead, wow_floor, most);
}

// From where it is lifted there; absent where that is no question.
std::optional<int> start_of(const Touchpoint& touchpoint, const BestRivals& rivals) {
  constexpr int of_absent = 40;
  if (touchpoint.counted()) return touchpoint.points;
  const bool wanted = touchpoint.status == Status::absent && rivals.contains(touchpoint.rule->id);
  return wanted ? std::optional(of_absent) : std::nullopt;
}

struct Effort {
  int ease, days;
};

Effort effort_of(const TouchpointRule& rule) {
  if (rule.effort == "S") return {6, 7};
  if (rule.effort == "L") return {3, 90};
  return {4, 30};
}

// The link at which customers of a chain that matters are lost.
bool breaks_chain(const Touchpoint& touchpoint, const std::vector<Chain>& chains) {
  constexpr int important = 5;
  return std::any_of(chains.begin(), chains.end(), [&](const Chain& chain) {
    return chain.rule->importance >= important && chain.broken_at == touchpoint.rule->id;
  });
}

// The worst component, the one to win most by among equals; null when there is nothing to mend.
const Judgement* worst_of(const Touchpoint& touchpoint) {
  const Judgement* worst = nullptr;
  for (const auto& one : touchpoint.components) {
    if (!one.points || one.fix.empty()) continue;
    if (!worst || std::pair(*one.points, -one.gain) < std::pair(*worst->points, -worst->gain)) {
      worst = &one;
    }
  }
  return worst;
}

std::string what_to_do(const Touchpoint& touchpoint) {
  const Judgement* worst = worst_of(touchpoint);
  const bool missing = !touchpoint.counted() || touchpoint.status == Status::missing;
  const std::string& remedy = touchpoint.rule->remedy;
  if (worst && (!missing || remedy.empty())) return worst->fix;
  return remedy.empty() ? touchpoint.rule->title : remedy;
}

std::string date_after(Time taken, int days) {
  const auto day = std::chrono::floor<std::chrono::days>(taken) + std::chrono::days(days);
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

// "2026-03-13", as far as its letters go: people may have written something else.
bool is_day(const std::string& text) {
  constexpr std::string_view form = "0000-00-00";
  return text.size() == form.size() &&
         std::equal(text.begin(), text.end(), form.begin(), [](char letter, char wanted) {
           return wanted == '-' ? letter == '-' : letter >= '0' && letter <= '9';
         });
}

// What is short of wow for want of evidence alone is nothing that the company could mend.
bool can_be_mended(const Touchpoint& touchpoint, const BestRivals& rivals) {
  const auto start = start_of(touchpoint, rivals);
  if (!start || *start >= target_of(touchpoint, rivals)) return false;
  return !touchpoint.partial || worst_of(touchpoint);
}

struct Candidate {
  const TouchpointRule* rule;
  PlanItem item;
  int importance;

  // Higher priority first; then what sells, what matters, and the id.
  auto rank() const { return std::tuple(-item.priority, !rule->sales, -importance, rule->id); }
};

Candidate candidate_of(const Touchpoint& touchpoint, const std::vector<Chain>& chains, Time taken,
                       const BestRivals& rivals) {
  const TouchpointRule& rule = *touchpoint.rule;
  const Effort effort = effort_of(rule);
  const bool breaks = breaks_chain(touchpoint, chains);
  PlanItem item;
  item.touchpoint = rule.id;
  item.what = what_to_do(touchpoint);
  item.plainly = rule.plain;
  item.who = rule.owner.empty() ? "unassigned" : rule.owner;
  item.by = date_after(taken, breaks ? std::max(2, (effort.days + 1) / 2) : effort.days);
  item.gain = target_of(touchpoint, rivals) - start_of(touchpoint, rivals).value_or(0);
  item.priority = touchpoint.importance * item.gain * effort.ease * (breaks ? 3 : 2);
  item.effort = rule.effort;
  if (touchpoint.scored && touchpoint.scored->improvement) {
    const Improvement& wanted = *touchpoint.scored->improvement;
    if (!wanted.what.empty()) {
      item.what = wanted.what;
      item.plainly.clear();
    }
    if (!wanted.who.empty()) item.who = wanted.who;
    if (is_day(wanted.due)) item.by = wanted.due;
    item.state = improvement_state(touchpoint);
  }
  return {&rule, std::move(item), touchpoint.importance};
}

// An item whose rule needs another one's remedy stands behind it.
void put_needs_first(std::vector<Candidate>& candidates) {
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    // Each candidate moves up at most once a place, so that rules that need each other end.
    for (std::size_t moves = 0; moves < candidates.size(); ++moves) {
      const auto& needs = candidates[i].rule->needs;
      const auto needed =
          std::find_if(candidates.begin() + static_cast<std::ptrdiff_t>(i) + 1, candidates.end(),
                       [&](const Candidate& one) {
                         return std::find(needs.begin(), needs.end(), one.rule->id) != needs.end();
                       });
      if (needed == candidates.end()) break;
      std::rotate(candidates.begin() + static_cast<std::ptrdiff_t>(i), needed, needed + 1);
    }
  }
}

}  // namespace

std::vector<PlanItem> make_plan(const std::vector<Touchpoint>& touchpoints,
                                const std::vector<Chain>& chains, Time taken, std::size_t longest,
                                const BestRivals& rivals) {
  std::vector<Candidate> candidates;
  for (const auto& one : touchpoints) {
    if (can_be_mended(one, rivals)) candidates.push_back(candidate_of(one, chains, taken, rivals));
  }
  std::sort(candidates.begin(), candidates.end(),
            [](const Candidate& a, const Candidate& b) { return a.rank() < b.rank(); });
  put_needs_first(candidates);
  std::vector<PlanItem> plan;
  for (auto& one : candidates) {
    if (plan.size() == longest) break;
    plan.push_back(std::move(one.item));
  }
  return plan;
}

std::string improvement_state(const Touchpoint& touchpoint) {
  if (!touchpoint.scored || !touchpoint.scored->improvement) return {};
  const std::string& state = touchpoint.scored->improvement->state;
  const bool reached = touchpoint.points && *touchpoint.points >= wow_floor;
  return state == "done" && reached ? "verified" : state;
}

}  // namespace touchstone
