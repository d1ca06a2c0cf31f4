#include "history/trend.h"

#include <algorithm>
#include <utility>

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

using TouchpointMarks = std::vector<TouchpointMark>;

// Two audits tell their touchpoints in the same order, but for what came or went.
const TouchpointMark* find(const TouchpointMarks& marks, const std::string& id, std::size_t near) {
  if (near < marks.size() && marks[near].touchpoint == id) return &marks[near];
  const auto found = std::find_if(marks.begin(), marks.end(),
                                  [&](const TouchpointMark& one) { return one.touchpoint == id; });
  return found == marks.end() ? nullptr : &*found;
}

std::vector<TrendStep> steps_between(const TouchpointMarks& before, const TouchpointMarks& after) {
  static const TouchpointMark nothing;
  std::vector<TrendStep> steps;
  std::size_t near = 0, both = 0;
  for (const auto& now : after) {
    const TouchpointMark* then = find(before, now.touchpoint, near);
    if (then) near = static_cast<std::size_t>(then - before.data()) + 1;
    both += then ? 1 : 0;
    const TouchpointMark& was = then ? *then : nothing;
    if (is_step(was, now)) steps.push_back({now.touchpoint, was, now});
  }
  if (both == before.size()) return steps;
  for (const auto& was : before) {
    if (was.points && !find(after, was.touchpoint, 0)) {
      steps.push_back({was.touchpoint, was, nothing});
    }
  }
  return steps;
}

int sucking(const TouchpointMarks& marks) {
  return static_cast<int>(std::count_if(marks.begin(), marks.end(), [](const auto& one) {
    return verdict_in(one) == Verdict::sucks;
  }));
}

}  // namespace

std::vector<std::size_t> Trend::latest_changes(std::size_t most) const {
  std::vector<std::size_t> found;
  for (std::size_t i = points.size(); i-- > 0 && found.size() < most;) {
    if (!points[i].steps.empty()) found.push_back(i);
  }
  return found;
}

void TrendLine::add(StoredLine line) {
  TrendPoint point;
  auto marks = std::exchange(line.marks->touchpoints, {});
  point.judged_again = line.marks->rulebook != line.first_rulebook;
  point.sucks = sucking(marks);
  if (trend_.points.empty()) {
    first_ = marks;
  } else {
    point.steps = steps_between(before_, marks);
  }
  point.line = std::move(line);
  trend_.judged_again += point.judged_again;
  trend_.points.push_back(std::move(point));
  before_ = std::move(marks);
}

Trend TrendLine::take() {
  const StoredLine& last = trend_.points.back().line;
  trend_.subject = last.subject;
  trend_.host = last.host;
  trend_.name = last.name;
  trend_.rulebook = last.marks->rulebook;
  trend_.since_first = steps_between(first_, before_);
  return std::move(trend_);
}

}  // namespace touchstone
