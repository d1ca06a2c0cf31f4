#include "history/changes.h"

#include <algorithm>
#include <array>

#include "site/enum_names.h"

namespace touchstone {

namespace {

constexpr int much = 10;  // decipoints that are no accident

bool counted(const TouchpointStanding& standing) {
  return standing.points.has_value();
}

bool is_lower(const std::optional<int>& before, const std::optional<int>& after, int by) {
  return before && after && *before - *after >= by;
}

// wow before so-so before sucks, as the enum has it.
bool is_worse(const std::optional<Verdict>& before, const std::optional<Verdict>& after) {
  return before && after && *after > *before;
}

template <typename Standing>
bool fell(const Standing& before, const Standing& after) {
  return is_worse(before.verdict, after.verdict) || is_lower(before.points, after.points, much);
}

template <typename Standing>
bool rose(const Standing& before, const Standing& after) {
  return fell(after, before);
}

bool differs(const ComponentStanding& before, const ComponentStanding& after) {
  return before.points != after.points || before.status != after.status;
}

int loss(const ComponentChange& change) {
  return change.before.points.value_or(0) - change.after.points.value_or(0);
}

// Under equal rules a component that one side lacks was added by a user's rule file.
std::vector<ComponentChange> component_changes(const TouchpointStanding& before,
                                               const TouchpointStanding& after) {
  std::vector<ComponentChange> changes;
  for (const auto& now : after.components) {
    const ComponentStanding* then = before.find(now.id);
    if (then && differs(*then, now)) changes.push_back({*then, now});
  }
  std::stable_sort(changes.begin(), changes.end(),
                   [](const auto& a, const auto& b) { return loss(a) > loss(b); });
  return changes;
}

template <typename Wanted>
bool any(const std::vector<ComponentChange>& changes, Wanted wanted) {
  return std::any_of(changes.begin(), changes.end(), wanted);
}

bool sank(const ComponentChange& change) {
  return fell(change.before, change.after);
}

bool lost(const ComponentChange& change) {
  return change.before.points && change.after.status == Status::not_assessed;
}

TouchpointStanding bare(const TouchpointStanding& standing) {
  return {standing.id,      standing.title,  standing.status,     standing.points,
          standing.verdict, standing.reason, standing.importance, {}};
}

// What happened to a touchpoint that has points on both sides; absent: nothing to speak of.
std::optional<ChangeKind> kind_of_counted(const Change& change) {
  const auto& before = change.before;
  const auto& after = change.after;
  const bool components_sank = any(change.components, sank);
  if (fell(before, after)) {
    const bool lower = any(change.components, [](const auto& one) { return one.worse(); });
    const bool blind = !lower && after.status == Status::assessed && any(change.components, lost);
    return blind ? ChangeKind::lost_sight : ChangeKind::worse;
  }
  if (rose(before, after)) return ChangeKind::better;
  if (components_sank && *after.points <= *before.points) return ChangeKind::worse;
  const bool component_rose =
      any(change.components, [](const auto& one) { return rose(one.before, one.after); });
  if (component_rose && *after.points >= *before.points) return ChangeKind::better;
  return std::nullopt;
}

std::optional<ChangeKind> kind_of(const Change& change) {
  const auto& before = change.before;
  const auto& after = change.after;
  const bool unseen = !after.id.empty() && after.status == Status::not_assessed;
  if (counted(before) && counted(after)) return kind_of_counted(change);
  if (counted(before)) return unseen ? ChangeKind::lost_sight : ChangeKind::gone;
  if (!counted(after)) return std::nullopt;
  const bool was_unseen = !before.id.empty() && before.status == Status::not_assessed;
  return was_unseen ? ChangeKind::seen_again : ChangeKind::fresh;
}

// Whether what sank is measured. Where nothing sank by itself the whole went missing, or its chips.
bool is_firm(const Change& change) {
  if (change.after.status == Status::missing) return true;
  const bool one_sank = any(change.components, sank);
  return any(change.components, [&](const ComponentChange& one) {
    return (one_sank ? sank(one) : one.worse()) && one.after.firm && one.before.firm;
  });
}

// Only what both rules ask in the same words, and of that only the verdicts.
std::optional<ChangeKind> kind_under_other_rules(Change& change) {
  auto& parts = change.components;
  std::erase_if(parts, [](const ComponentChange& one) {
    return one.before.threshold != one.after.threshold || one.before.verdict == one.after.verdict;
  });
  const auto worse = [](const ComponentChange& one) {
    return is_worse(one.before.verdict, one.after.verdict);
  };
  const auto better = [](const ComponentChange& one) {
    return is_worse(one.after.verdict, one.before.verdict);
  };
  if (any(parts, worse)) return ChangeKind::worse;
  return any(parts, better) ? std::optional(ChangeKind::better) : std::nullopt;
}

bool same_rules(const TouchpointStanding& before, const TouchpointStanding& after) {
  return std::equal(before.components.begin(), before.components.end(), after.components.begin(),
                    after.components.end(), [](const auto& a, const auto& b) {
                      return a.id == b.id && a.threshold == b.threshold;
                    });
}

void compare_touchpoint(const TouchpointStanding& before, const TouchpointStanding& after,
                        Changes& changes) {
  Change change;
  change.before = bare(before);
  change.after = bare(after);
  change.components = component_changes(before, after);
  std::optional<ChangeKind> kind;
  if (changes.rules_changed && !same_rules(before, after)) {
    if (before.id.empty() || after.id.empty()) return;
    kind = kind_under_other_rules(change);
    if (!kind) changes.uncompared.push_back(change.id());
  } else {
    kind = kind_of(change);
  }
  if (!kind) return;
  change.kind = *kind;
  change.firm = *kind != ChangeKind::worse || is_firm(change);
  changes.items.push_back(std::move(change));
}

// A component that pulls the touchpoint down: it lost points, or has some that were not asked for.
bool pulls_down(const ComponentChange& change) {
  return change.worse() || (!change.before.points && change.after.points);
}

// Two looks agree where the thing itself went missing in both, or one component pulls it down in
// both, or none does in either: it lost its chips.
bool share_a_cause(const Change& a, const Change& b) {
  if (a.after.status == Status::missing && b.after.status == Status::missing) return true;
  if (!any(a.components, pulls_down) && !any(b.components, pulls_down)) return true;
  return any(a.components, [&](const ComponentChange& one) {
    return pulls_down(one) && any(b.components, [&](const ComponentChange& other) {
             return pulls_down(other) && other.after.id == one.after.id;
           });
  });
}

}  // namespace

std::string_view to_string(ChangeKind kind) {
  static constexpr std::array<std::string_view, 6> names{"worse", "better",     "new",
                                                         "gone",  "lost-sight", "seen-again"};
  return name_of(names, kind);
}

bool ComponentChange::worse() const {
  return is_lower(before.points, after.points, 1);
}

std::string Change::url() const {
  for (const auto& one : components) {
    if (!one.after.url.empty()) return one.after.url;
  }
  for (const auto& one : components) {
    if (!one.before.url.empty()) return one.before.url;
  }
  return {};
}

const Change* Changes::find(std::string_view touchpoint) const {
  for (const auto& one : items) {
    if (one.id() == touchpoint) return &one;
  }
  return nullptr;
}

Changes compare(const AuditStanding& before, const AuditStanding& after) {
  static const TouchpointStanding nothing;
  Changes changes;
  changes.before = before.taken;
  changes.after = after.taken;
  changes.points_before = before.points;
  changes.points_after = after.points;
  changes.coverage_before = before.coverage;
  changes.coverage_after = after.coverage;
  changes.rules_changed = before.rulebook != after.rulebook;
  for (const auto& now : after.touchpoints) {
    const TouchpointStanding* then = before.find(now.id);
    compare_touchpoint(then ? *then : nothing, now, changes);
  }
  for (const auto& then : before.touchpoints) {
    if (!after.find(then.id)) compare_touchpoint(then, nothing, changes);
  }
  const auto importance = [](const Change& one) {
    return one.after.id.empty() ? one.before.importance : one.after.importance;
  };
  std::stable_sort(changes.items.begin(), changes.items.end(), [&](const auto& a, const auto& b) {
    return a.kind != b.kind ? a.kind < b.kind : importance(a) > importance(b);
  });
  return changes;
}

Changes confirmed(const Changes& first, Changes second) {
  for (auto& change : second.items) {
    if (change.kind != ChangeKind::worse) continue;
    const Change* before = first.find(change.id());
    const bool both = before && before->kind == ChangeKind::worse && share_a_cause(*before, change);
    (both ? change.confirmed : change.refuted) = true;
  }
  return second;
}

bool has_regression(const Changes& changes) {
  return std::any_of(changes.items.begin(), changes.items.end(), [](const Change& one) {
    return one.kind == ChangeKind::worse && !one.refuted;
  });
}

}  // namespace touchstone
