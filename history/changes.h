#pragma once

// What changed between two audits of one subject. A regression is a verdict that got worse, or
// points that fell by ten and more, of a touchpoint or one of its components. What can no longer be
// seen is lost from sight and never a regression.
//
//   const Changes changes = compare(standing_of(before), standing_of(after));
//   for (const Change& change : changes.items)
//     if (change.counts()) ...
//
// Heuristics, estimates and times waver, so that a regression of theirs alone counts only when a
// second look sees it too: confirmed() joins the changes that two looks found.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "history/standing.h"

namespace touchstone {

enum class ChangeKind {
  worse,       // a regression
  better,      // a verdict got better, or points rose by ten and more
  fresh,       // it is there now and was not before
  gone,        // it was there and is no more, and nothing counts that
  lost_sight,  // it was assessed and can no longer be seen
  seen_again,  // it could not be seen and is assessed now
};
std::string_view to_string(ChangeKind kind);  // "worse", "better", "new", "gone", "lost-sight",
                                              // "seen-again"

struct ComponentChange {
  ComponentStanding before, after;  // of an empty id where the component was not there
  bool worse() const;               // fewer points than before
};

struct Change {
  ChangeKind kind = ChangeKind::worse;
  TouchpointStanding before, after;  // without components; an empty id where it was not there
  std::vector<ComponentChange> components;  // those whose points or status changed, worst first
  bool firm = true;                         // measured: true at first sight
  bool confirmed = false;                   // a second look saw the same
  bool refuted = false;                     // a second look did not

  const std::string& id() const { return after.id.empty() ? before.id : after.id; }
  const std::string& title() const { return after.id.empty() ? before.title : after.title; }
  std::string url() const;  // where it was seen, after or before; empty when nowhere
  // A regression that an alarm may be given for.
  bool counts() const { return kind == ChangeKind::worse && !refuted && (firm || confirmed); }
};

struct Changes {
  Time before{}, after{};  // when the two audits were made
  std::optional<int> points_before, points_after;
  int coverage_before = 0, coverage_after = 0;
  bool judged_again = false;  // the older one was, under the rules of the newer one
  // The audits were judged under different rules, and the older one could not be judged again:
  // of touchpoints whose rules differ only the verdicts of equal components were compared.
  bool rules_changed = false;
  std::vector<std::string> uncompared;  // ids of touchpoints that therefore say nothing
  std::vector<Change> items;            // what got worse first, the important first within a kind

  bool empty() const { return items.empty(); }
  const Change* find(std::string_view touchpoint) const;
};

// Pure.
Changes compare(const AuditStanding& before, const AuditStanding& after);

// The changes of the second look, after the first look made the same comparison: a regression that
// both saw is confirmed, one that only one saw is refuted.
Changes confirmed(const Changes& first, Changes second);

bool has_regression(const Changes& changes);  // of whatever certainty, unless refuted

}  // namespace touchstone
