#include "rules/lists.h"

#include <algorithm>
#include <tuple>

#include "rules/arithmetic.h"

namespace touchstone {

namespace {

constexpr int wow_floor = 80, important = 8;
constexpr std::size_t most_significant_count = 10;

bool by_importance(const Touchpoint* a, const Touchpoint* b) {
  return std::tuple(-a->importance, a->points.value_or(0), std::string_view(a->rule->id)) <
         std::tuple(-b->importance, b->points.value_or(0), std::string_view(b->rule->id));
}

bool matters_more(const Touchpoint* a, const Touchpoint* b) {
  return std::tuple(-a->importance, std::string_view(a->rule->id)) <
         std::tuple(-b->importance, std::string_view(b->rule->id));
}

bool wins_more(const Touchpoint* a, const Touchpoint* b) {
  const auto gain = [](const Touchpoint* one) {
    return one->importance * (wow_floor - *one->points);
  };
  return std::tuple(-gain(a), std::string_view(a->rule->id)) <
         std::tuple(-gain(b), std::string_view(b->rule->id));
}

bool has_position(const Touchpoint& touchpoint, std::string_view position) {
  const auto& positions = touchpoint.rule->positions;
  return std::find(positions.begin(), positions.end(), position) != positions.end();
}

// People decide to start at every position but the last, and to stay at that one.
bool makes_start(const Touchpoint& touchpoint) {
  const auto& positions = touchpoint.rule->positions;
  return std::any_of(positions.begin(), positions.end(),
                     [](const std::string& one) { return one != "return"; });
}

// Those that count and belong, by points, then by importance.
template <typename Belongs>
Picked weakest_first(const Audit& audit, Belongs belongs) {
  Picked picked;
  for (const auto& one : audit.touchpoints) {
    if (one.counted() && belongs(one)) picked.push_back(&one);
  }
  std::sort(picked.begin(), picked.end(), [](const Touchpoint* a, const Touchpoint* b) {
    return std::tuple(*a->points, -a->importance, std::string_view(a->rule->id)) <
           std::tuple(*b->points, -b->importance, std::string_view(b->rule->id));
  });
  return picked;
}

int opportunity_of(const Audit& audit) {
  std::int64_t gap = 0, importance = 0;
  for (const auto& one : audit.touchpoints) {
    if (!one.counted()) continue;
    importance += one.importance;
    const bool so_so = one.verdict == Verdict::so_so;
    if (so_so) gap += std::int64_t{one.importance} * (wow_floor - *one.points);
  }
  return importance == 0 ? 0 : static_cast<int>(rdiv(gap, importance));
}

}  // namespace

Lists lists_of(const Audit& audit) {
  Lists lists;
  for (const auto& one : audit.touchpoints) {
    if (!one.counted()) continue;
    lists.most_significant.push_back(&one);
    const bool below = *one.points < wow_floor;
    if (below && one.status == Status::missing) {
      lists.create_wow.push_back(&one);
    } else if (below) {
      (one.verdict == Verdict::sucks ? lists.remove_sucks : lists.lift_so_so).push_back(&one);
    }
    if (below && one.rule->effort == "S") {
      lists.quick_wins.push_back(&one);
      lists.quick_gain += gain_of(one);
    }
    const bool chipless = one.chips.empty() && !one.rule->hygiene;
    if (chipless && one.importance >= important && one.status == Status::assessed) {
      lists.without_chip.push_back(&one);
    }
  }
  for (auto* list :
       {&lists.create_wow, &lists.remove_sucks, &lists.lift_so_so, &lists.without_chip}) {
    std::sort(list->begin(), list->end(), by_importance);
  }
  std::sort(lists.quick_wins.begin(), lists.quick_wins.end(), wins_more);
  std::sort(lists.most_significant.begin(), lists.most_significant.end(), matters_more);
  if (lists.most_significant.size() > most_significant_count) {
    lists.most_significant.resize(most_significant_count);
  }
  return lists;
}

int gain_of(const Touchpoint& touchpoint) {
  return touchpoint.counted() ? std::max(0, wow_floor - *touchpoint.points) : 0;
}

Picked at_position(const Audit& audit, std::string_view position) {
  return weakest_first(audit, [&](const Touchpoint& one) { return has_position(one, position); });
}

Picked closest_to_sale(const Audit& audit) {
  return weakest_first(audit,
                       [](const Touchpoint& one) { return one.rule->sales && !one.rule->hygiene; });
}

std::vector<std::string> decisions_of(const Touchpoint& touchpoint) {
  std::vector<std::string> decisions;
  if (makes_start(touchpoint)) decisions.emplace_back("start");
  if (has_position(touchpoint, "return")) decisions.emplace_back("stay");
  return decisions;
}

const PlanItem* first_step(const Audit& audit) {
  const auto small = std::find_if(audit.plan.begin(), audit.plan.end(),
                                  [](const PlanItem& item) { return item.effort == "S"; });
  if (small != audit.plan.end()) return &*small;
  return audit.plan.empty() ? nullptr : &audit.plan.front();
}

SubScores sub_scores_of(const Audit& audit) {
  const auto& all = audit.touchpoints;
  SubScores scores;
  scores.online = score_of(all, [](const Touchpoint& one) { return !one.rule->offline; });
  scores.offline = score_of(all, [](const Touchpoint& one) { return one.rule->offline; });
  scores.customer_sees = score_of(all, [](const Touchpoint&) { return true; });
  scores.start = score_of(all, makes_start);
  scores.stay = score_of(all, [](const Touchpoint& one) { return has_position(one, "return"); });
  for (const char* position : {"find", "arrive", "look", "trust", "contact", "return"}) {
    scores.positions.emplace_back(position, score_of(all, [&](const Touchpoint& one) {
                                    return has_position(one, position);
                                  }));
  }
  scores.opportunity = opportunity_of(audit);
  scores.live = static_cast<int>(std::count_if(all.begin(), all.end(), [](const Touchpoint& one) {
    return one.rule->live && one.counted();
  }));
  return scores;
}

}  // namespace touchstone
