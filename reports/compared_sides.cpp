#include "reports/compared_sides.h"

#include <algorithm>
#include <unordered_map>

#include "reports/own_voice.h"
#include "site/media_type.h"

namespace touchstone {

namespace {

using ById = std::unordered_map<std::string, const ToldTouchpoint*>;

Status status_from(const std::string& text) {
  for (const Status status :
       {Status::assessed, Status::missing, Status::absent, Status::not_applicable}) {
    if (to_string(status) == text) return status;
  }
  return Status::not_assessed;
}

ById by_id(const ToldAudit& audit) {
  ById found;
  for (const auto& one : audit.touchpoints) found.emplace(one.id, &one);
  return found;
}

// Two judgements say the same only where the same was asked of both.
bool same_criteria(const ToldTouchpoint& a, const ToldTouchpoint& b) {
  return std::equal(a.components.begin(), a.components.end(), b.components.begin(),
                    b.components.end(), [](const ToldComponent& x, const ToldComponent& y) {
                      return x.id == y.id && x.weight == y.weight && x.threshold == y.threshold;
                    });
}

class Lineup {
 public:
  Lineup(const std::vector<Contender>& sides, const Rulebook& rulebook)
      : sides_(sides), rulebook_(rulebook) {
    for (const auto& side : sides) told_.push_back(by_id(side.audit));
  }

  std::vector<ComparedTouchpoint> rows() {
    std::vector<ComparedTouchpoint> rows;
    std::unordered_map<std::string, bool> seen;
    const auto add = [&](const std::string& id) {
      if (!id.empty() && seen.emplace(id, true).second) rows.push_back(row(id));
    };
    for (const auto& side : sides_) {
      for (const auto& one : side.audit.touchpoints) add(one.id);
    }
    for (const auto& side : sides_) {
      for (const auto& [id, points] : side.scores) add(id);
    }
    return rows;
  }

 private:
  const ToldTouchpoint* told(std::size_t side, const std::string& id) const {
    const auto found = told_[side].find(id);
    return found == told_[side].end() ? nullptr : found->second;
  }

  ComparedTouchpoint row(const std::string& id) const {
    ComparedTouchpoint row;
    row.id = id;
    const ToldTouchpoint* named = nullptr;
    for (std::size_t side = sides_.size(); side-- > 0;) {
      if (const auto* one = told(side, id)) named = one;
    }
    if (named) {
      row.group = named->group;
      row.title = named->title;
      row.importance = named->importance;
    }
    if (const TouchpointRule* rule = rulebook_.find(id)) {
      row.group = rule->group;
      row.title = rule->title;
      if (!told(0, id)) row.importance = rule->importance;
    }
    for (std::size_t side = 0; side < sides_.size(); ++side) row.cells.push_back(cell(side, id));
    return row;
  }

  ComparedCell cell(std::size_t side, const std::string& id) const {
    ComparedCell cell;
    if (const ToldTouchpoint* one = told(side, id)) {
      cell.status = status_from(one->status);
      cell.reason = reason_from(one->reason);
      const ToldTouchpoint* ours = told(0, id);
      cell.other_rules = sides_[side].audit.rulebook != sides_[0].audit.rulebook && ours &&
                         !same_criteria(*one, *ours);
      const bool judged = cell.status == Status::assessed || cell.status == Status::missing;
      if (judged && !cell.other_rules) cell.points = one->points;
      if (cell.status == Status::assessed) cell.chips = one->chips;
      if (cell.status == Status::assessed && !cell.points) cell.status = Status::not_assessed;
    }
    const auto by_people = sides_[side].scores.find(id);
    if (!cell.points && by_people != sides_[side].scores.end()) {
      cell.points = by_people->second;
      cell.by_people = true;
      cell.other_rules = false;
      cell.status = Status::assessed;
      cell.reason.reset();
    }
    if (cell.points) cell.verdict = verdict_of(*cell.points);
    return cell;
  }

  const std::vector<Contender>& sides_;
  const Rulebook& rulebook_;
  std::vector<ById> told_;
};

bool far_apart(const std::string& a, const std::string& b) {
  const auto first = parse_rfc3339(a), second = parse_rfc3339(b);
  return first && second && std::chrono::abs(*first - *second) > std::chrono::hours(24);
}

bool differ(const std::string& a, const std::string& b) {
  return !a.empty() && !b.empty() && a != b;
}

}  // namespace

std::vector<ComparedTouchpoint> line_up(const std::vector<Contender>& sides,
                                        const Rulebook& rulebook) {
  auto rows = Lineup(sides, rulebook).rows();
  hear_voices(sides, rows);
  return rows;
}

std::vector<Doubt> doubts_of(const std::vector<Contender>& sides) {
  std::vector<Doubt> doubts;
  for (std::size_t side = 0; side < sides.size(); ++side) {
    const ToldAudit& ours = sides.front().audit;
    const ToldAudit& one = sides[side].audit;
    if (sides[side].source == "people") continue;
    if (!one.points) doubts.push_back({"no-score", side});
    if (one.interrupted()) doubts.push_back({"interrupted", side});
    if (differ(one.rulebook, ours.rulebook)) doubts.push_back({"rulebook", side});
    if (differ(one.profile, ours.profile)) doubts.push_back({"profile", side});
    if (far_apart(one.taken, ours.taken)) doubts.push_back({"day", side});
  }
  return doubts;
}

}  // namespace touchstone
