#include "history/trend.h"

#include <unordered_map>

namespace touchstone {

namespace {

std::optional<Verdict> verdict_in(const TouchpointMark& mark) {
  return mark.points ? std::optional(verdict_of(*mark.points)) : std::nullopt;
}

bool same(const TouchpointMark& a, const TouchpointMark& b) {
  return a.status == b.status && verdict_in(a) == verdict_in(b);
}

// What has no points on either side was not there for anybody.
bool is_step(const TouchpointMark& before, const TouchpointMark& after) {
  return (before.points || after.points) && !same(before, after);
}

std::vector<TrendStep> steps_between(const Marks& before, const Marks& after) {
  static const TouchpointMark nothing;
  std::unordered_map<std::string, const TouchpointMark*> earlier;
  for (const auto& one : before.touchpoints) earlier[one.touchpoint] = &one;
  std::vector<TrendStep> steps;
  for (const auto& now : after.touchpoints) {
    const auto then = earlier.find(now.touchpoint);
    const TouchpointMark& was = then == earlier.end() ? nothing : *then->second;
    if (is_step(was, now)) steps.push_back({now.touchpoint, was, now});
    if (then != earlier.end()) earlier.erase(then);
  }
  for (const auto& was : before.touchpoints) {
    if (earlier.contains(was.touchpoint) && was.points) {
      steps.push_back({was.touchpoint, was, nothing});
    }
  }
  return steps;
}

}  // namespace

std::vector<std::size_t> Trend::latest_changes(std::size_t most) const {
  std::vector<std::size_t> found;
  for (std::size_t i = points.size(); i-- > 0 && found.size() < most;) {
    if (!points[i].steps.empty()) found.push_back(i);
  }
  return found;
}

Trend trend_of(std::vector<StoredLine> lines) {
  Trend trend;
  for (auto& line : lines) {
    TrendPoint point{std::move(line), false, {}, std::nullopt};
    point.judged_again = point.line.marks->rulebook != point.line.first_rulebook;
    trend.judged_again += point.judged_again;
    if (!trend.points.empty()) {
      point.steps = steps_between(*trend.points.back().line.marks, *point.line.marks);
    }
    trend.points.push_back(std::move(point));
  }
  if (trend.points.empty()) return trend;
  const StoredLine& last = trend.points.back().line;
  trend.subject = last.subject;
  trend.host = last.host;
  trend.name = last.name;
  trend.rulebook = last.marks->rulebook;
  return trend;
}

}  // namespace touchstone
