#include "reports/comparison.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "reports/compared_plan.h"
#include "reports/compared_sides.h"
#include "rules/arithmetic.h"

namespace touchstone {

namespace {

constexpr int clear_lead = 10, wow_floor = 80, sucks_ceiling = 40, worth_having = 60;

// Why a touchpoint cannot be compared: our side first.
std::string why_incomparable(const ComparedTouchpoint& touchpoint) {
  const ComparedCell& ours = touchpoint.cells.front();
  const auto rivals_are = [&](auto what) {
    return touchpoint.cells.size() > 1 &&
           std::all_of(touchpoint.cells.begin() + 1, touchpoint.cells.end(), what);
  };
  if (ours.status == Status::absent) return "absent-ours";
  if (ours.status == Status::not_applicable) return "not-applicable";
  if (!ours.points) return "unseen-ours";
  if (rivals_are([](const ComparedCell& cell) { return cell.status == Status::absent; })) {
    return "absent-rivals";
  }
  if (rivals_are([](const ComparedCell& cell) { return cell.status == Status::not_applicable; })) {
    return "not-applicable";
  }
  const bool other_rules = std::any_of(touchpoint.cells.begin(), touchpoint.cells.end(),
                                       [](const ComparedCell& cell) { return cell.other_rules; });
  return other_rules ? "rules" : "unseen-rivals";
}

// Our points, the rivals' and everybody's, in order.
void weigh(ComparedTouchpoint& touchpoint) {
  touchpoint.why = why_incomparable(touchpoint);
  std::vector<int> rivals;
  for (std::size_t side = 1; side < touchpoint.cells.size(); ++side) {
    const auto& points = touchpoint.cells[side].points;
    if (!points) continue;
    rivals.push_back(*points);
    if (touchpoint.best && *points <= *touchpoint.best) continue;
    touchpoint.best = points;
    touchpoint.best_rival = side;
  }
  if (rivals.empty()) return;
  std::sort(rivals.begin(), rivals.end());
  touchpoint.median = rivals[(rivals.size() - 1) / 2];
  const auto ours = touchpoint.cells.front().points;
  if (!ours) return;
  touchpoint.why.clear();
  touchpoint.gap = *touchpoint.best - *ours;
  touchpoint.standing = *touchpoint.gap <= -clear_lead  ? Standing::lead
                        : *touchpoint.gap >= clear_lead ? Standing::behind
                                                        : Standing::level;
  if (touchpoint.standing == Standing::lead) touchpoint.leader = 0;
  if (touchpoint.standing == Standing::behind) touchpoint.leader = touchpoint.best_rival;
  const int least = std::min(*ours, rivals.front()), most = std::max(*ours, rivals.back());
  constexpr int near = 5, narrow = 10;
  touchpoint.same_as_all =
      *ours < wow_floor && std::abs(*ours - *touchpoint.median) <= near && most - least <= narrow;
  touchpoint.free_field = most < sucks_ceiling;
}

// Means by importance over those touchpoints for which every scored side has points.
class Totals {
 public:
  explicit Totals(const Comparison& comparison) : comparison_(comparison) {
    for (std::size_t side = 0; side < comparison.sides.size(); ++side) {
      if (comparison.sides[side].audit.points) scored_.push_back(side);
    }
  }

  bool is_common(const ComparedTouchpoint& one) const {
    return scored_.size() > 1 && std::all_of(scored_.begin(), scored_.end(), [&](std::size_t side) {
             return one.cells[side].points && !one.cells[side].by_people;
           });
  }

  // Of one group; of all when `group` is null.
  std::vector<std::optional<int>> of(const std::string* group) const {
    std::vector<std::int64_t> sums(comparison_.sides.size());
    std::int64_t importance = 0;
    for (const auto& one : comparison_.touchpoints) {
      if ((group && one.group != *group) || !is_common(one)) continue;
      importance += one.importance;
      for (const std::size_t side : scored_) {
        sums[side] += std::int64_t{one.importance} * *one.cells[side].points;
      }
    }
    std::vector<std::optional<int>> totals(comparison_.sides.size());
    if (importance == 0) return totals;
    for (const std::size_t side : scored_) {
      totals[side] = static_cast<int>(rdiv(sums[side], importance));
    }
    return totals;
  }

 private:
  const Comparison& comparison_;
  std::vector<std::size_t> scored_;
};

void add_totals(Comparison& comparison, const Rulebook& rulebook) {
  const Totals totals(comparison);
  comparison.totals = totals.of(nullptr);
  const auto& all = comparison.touchpoints;
  comparison.common = static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(),
                    [&](const ComparedTouchpoint& one) { return totals.is_common(one); }));
  for (const auto& group : rulebook.groups) {
    comparison.groups.push_back({group.id, group.title, totals.of(&group.id), {}});
    auto& met = comparison.groups.back().met;
    for (std::size_t side = 0; side < comparison.sides.size(); ++side) {
      met.push_back(static_cast<int>(
          std::count_if(all.begin(), all.end(), [&](const ComparedTouchpoint& one) {
            return one.group == group.id && one.cells[side].met();
          })));
    }
  }
}

void add_sameness(Comparison& comparison) {
  constexpr int percent = 100, half = 50;
  int same = 0, all = 0;
  for (const auto& one : comparison.touchpoints) {
    if (one.standing == Standing::incomparable) continue;
    all += one.importance;
    if (one.same_as_all) same += one.importance;
  }
  if (all == 0) return;
  comparison.sameness = percent * same / all;
  comparison.too_alike = *comparison.sameness >= half;
}

bool has_chip(const ComparedCell& cell, const std::string& chip) {
  return std::find(cell.chips.begin(), cell.chips.end(), chip) != cell.chips.end();
}

// The chips of rivals that we have not, each from the rival whose touchpoint is best.
void borrow_chips(const ComparedTouchpoint& touchpoint, std::vector<Borrowing>& borrow) {
  std::map<std::string, std::size_t> from;
  for (std::size_t side = 1; side < touchpoint.cells.size(); ++side) {
    for (const auto& chip : touchpoint.cells[side].chips) {
      if (has_chip(touchpoint.cells.front(), chip)) continue;
      const auto [best, fresh] = from.emplace(chip, side);
      if (fresh) continue;
      if (touchpoint.cells[side].points > touchpoint.cells[best->second].points)
        best->second = side;
    }
  }
  for (const auto& [chip, side] : from) {
    borrow.push_back({touchpoint.id, side, chip, touchpoint.cells.front().lacking()});
  }
}

void add_borrowings(Comparison& comparison) {
  for (const auto& one : comparison.touchpoints) {
    const ComparedCell& ours = one.cells.front();
    const bool lacking = ours.lacking() && !ours.by_people && one.best_rival &&
                         one.cells[*one.best_rival].met() && *one.best >= worth_having;
    if (lacking) comparison.borrow.push_back({one.id, *one.best_rival, std::nullopt, true});
    borrow_chips(one, comparison.borrow);
  }
}

void add_own(Comparison& comparison) {
  for (const auto& one : comparison.touchpoints) {
    const ComparedCell& ours = one.cells.front();
    const auto rivals = one.cells.begin() + 1;
    const bool rival_has =
        std::any_of(rivals, one.cells.end(), [](const ComparedCell& cell) { return cell.met(); });
    const bool rival_lacks = std::any_of(rivals, one.cells.end(),
                                         [](const ComparedCell& cell) { return cell.lacking(); });
    if (ours.met() && rival_has) comparison.both.push_back(one.id);
    if (ours.met() && !rival_has && rival_lacks) {
      comparison.only_we.push_back(one.id);
      if (*ours.points >= worth_having) comparison.protect.push_back(one.id);
    }
    if (ours.lacking() && rival_has) comparison.only_they.push_back(one.id);
    for (const auto& chip : ours.chips) {
      const bool shared = std::any_of(
          rivals, one.cells.end(), [&](const ComparedCell& cell) { return has_chip(cell, chip); });
      if (!shared) comparison.our_chips.push_back({one.id, chip});
    }
  }
}

void add_plan(Comparison& comparison, const Rulebook& rulebook) {
  BestRivals best;
  for (const auto& one : comparison.touchpoints) {
    for (std::size_t side = 1; side < one.cells.size(); ++side) {
      if (!one.cells[side].met()) continue;
      const auto [known, fresh] = best.emplace(one.id, *one.cells[side].points);
      if (!fresh) known->second = std::max(known->second, *one.cells[side].points);
    }
  }
  comparison.plan = plan_beside(comparison.sides.front().audit, rulebook, best);
}

// Companies of one name are told apart by their addresses.
void tell_apart(std::vector<Contender>& sides) {
  std::map<std::string, int> named;
  for (const auto& side : sides) ++named[side.audit.name];
  for (auto& side : sides) {
    ToldAudit& audit = side.audit;
    const auto address = Url::parse(audit.answered.empty() ? audit.asked : audit.answered);
    const bool alike = !audit.name.empty() && named[audit.name] > 1;
    if (alike && address) audit.name += " (" + address->authority() + ")";
  }
}

}  // namespace

std::string_view to_string(Standing standing) {
  switch (standing) {
    case Standing::lead:
      return "lead";
    case Standing::level:
      return "level";
    case Standing::behind:
      return "behind";
    case Standing::incomparable:
      break;
  }
  return "incomparable";
}

const ComparedTouchpoint* Comparison::find(std::string_view touchpoint) const {
  const auto found =
      std::find_if(touchpoints.begin(), touchpoints.end(),
                   [&](const ComparedTouchpoint& one) { return one.id == touchpoint; });
  return found == touchpoints.end() ? nullptr : &*found;
}

std::vector<const ComparedTouchpoint*> Comparison::standing(Standing wanted) const {
  std::vector<const ComparedTouchpoint*> found;
  for (const auto& one : touchpoints) {
    if (one.standing == wanted) found.push_back(&one);
  }
  if (wanted == Standing::behind) {
    std::stable_sort(found.begin(), found.end(), [](const auto* a, const auto* b) {
      return a->importance * *a->gap > b->importance * *b->gap;
    });
  }
  return found;
}

std::optional<std::size_t> Comparison::place(std::size_t side) const {
  if (!totals[side]) return std::nullopt;
  return 1 + static_cast<std::size_t>(std::count_if(
                 totals.begin(), totals.end(),
                 [&](const std::optional<int>& other) { return other > totals[side]; }));
}

Comparison compare(std::vector<Contender> sides, const Rulebook& rulebook) {
  Comparison comparison;
  comparison.sides = std::move(sides);
  tell_apart(comparison.sides);
  comparison.doubts = doubts_of(comparison.sides);
  comparison.touchpoints = line_up(comparison.sides, rulebook);
  for (auto& one : comparison.touchpoints) weigh(one);
  add_totals(comparison, rulebook);
  add_sameness(comparison);
  add_borrowings(comparison);
  add_own(comparison);
  add_plan(comparison, rulebook);
  return comparison;
}

}  // namespace touchstone
