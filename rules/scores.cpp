#include "rules/scores.h"

#include <algorithm>

#include "rules/arithmetic.h"
#include "rules/chains.h"

namespace touchstone {

namespace {

bool has_position(const Touchpoint& touchpoint, std::string_view position) {
  const auto& positions = touchpoint.rule->positions;
  return std::find(positions.begin(), positions.end(), position) != positions.end();
}

bool is_companys(const Touchpoint& touchpoint) {
  return touchpoint.rule->control != "independent";
}

int cap_of(const std::vector<Chain>& chains) {
  constexpr int important = 9, below_wow = 79, below_so_so = 39;
  int cap = 100;
  bool any = false, all_broken = true;
  for (const auto& chain : chains) {
    if (!is_assessed(chain)) continue;
    const bool broken = chain.state == ChainState::broken;
    any = true;
    all_broken &= broken;
    if (broken && chain.rule->importance >= important) cap = below_wow;
  }
  return any && all_broken ? below_so_so : cap;
}

}  // namespace

Score score_of(const std::vector<Touchpoint>& touchpoints, const TouchpointFilter& filter) {
  constexpr int floor = 50;
  std::int64_t counted = 0, applicable = 0, points = 0;
  bool flawless = true;
  for (const auto& one : touchpoints) {
    if (!filter(one)) continue;
    if (one.counted()) {
      counted += one.importance;
      points += std::int64_t{one.importance} * *one.points;
      flawless &= *one.points == 100;
    }
    if (one.counted() || one.status == Status::not_assessed) applicable += one.importance;
  }
  Score score;
  score.coverage = applicable == 0 ? 100 : static_cast<int>(100 * counted / applicable);
  if (counted > 0 && score.coverage >= floor) {
    // Ten means that all of them are ten, whatever rounding says.
    score.points = std::min(static_cast<int>(rdiv(points, counted)), flawless ? 100 : 99);
  }
  return score;
}

std::vector<GroupScore> score_groups(const std::vector<Touchpoint>& touchpoints,
                                     const Rulebook& rulebook) {
  std::vector<GroupScore> groups;
  for (const auto& group : rulebook.groups) {
    const auto belongs = [&](const Touchpoint& one) { return one.rule->group == group.id; };
    if (std::none_of(touchpoints.begin(), touchpoints.end(), belongs)) continue;
    groups.push_back({group.id, group.title, score_of(touchpoints, belongs)});
  }
  return groups;
}

std::vector<Composite> score_composites(const std::vector<Touchpoint>& touchpoints,
                                        const Rulebook& rulebook) {
  constexpr std::size_t fewest = 2;  // built members
  std::vector<Composite> composites;
  for (const auto& rule : rulebook.composites) {
    Composite composite{rule.id, rule.title, {}, {}};
    for (const auto& member : rule.members) {
      if (rulebook.find(member)) composite.members.push_back(member);
    }
    if (composite.members.size() < std::min(fewest, rule.members.size())) continue;
    composite.score = score_of(touchpoints, [&](const Touchpoint& one) {
      const auto& members = composite.members;
      return std::find(members.begin(), members.end(), one.rule->id) != members.end();
    });
    composites.push_back(std::move(composite));
  }
  return composites;
}

bool makes_first_impression(const Touchpoint& touchpoint) {
  return has_position(touchpoint, "find") || has_position(touchpoint, "arrive");
}

Score company_score(const std::vector<Touchpoint>& touchpoints, const std::vector<Chain>& chains) {
  Score score = score_of(touchpoints, is_companys);
  if (!score.points) return score;
  int points = *score.points;
  if (const auto index = chain_index(chains)) {
    const int mean = static_cast<int>(rdiv(7 * points + 3 * *index, 10));
    points = std::min(mean, points == 100 && *index == 100 ? 100 : 99);
  }
  score.points = std::min(points, cap_of(chains));
  return score;
}

}  // namespace touchstone
