#pragma once

// Several companies side by side, touchpoint by touchpoint: who leads, what is like everywhere
// else, what to borrow and what to protect. Pure. It reads audits as their JSON tells them, so that
// one made now and one made last week compare alike. The first side is ours, the others are rivals.
//
//   const Comparison comparison = compare({{ours, "address"}, {theirs, "audit"}}, rulebook);

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "reports/told_audit.h"
#include "rules/audit.h"

namespace touchstone {

// A company that takes part.
struct Contender {
  ToldAudit audit;                      // all empty where only people scored it
  std::string source;                   // "address", "capture", "audit", "store", "people"
  std::map<std::string, int> scores{};  // decipoints that people gave, by touchpoint
};

// A touchpoint of one side. What is unknown to us in a file is not assessed.
struct ComparedCell {
  Status status = Status::not_assessed;
  std::optional<int> points;  // decipoints
  std::optional<Verdict> verdict;
  std::optional<Reason> reason;
  bool by_people = false;    // the points are those that people gave
  bool other_rules = false;  // judged by other criteria than ours, so that its points say nothing
  std::vector<std::string> chips;

  bool met() const { return points && status == Status::assessed; }
  bool lacking() const { return status == Status::missing || status == Status::absent; }
};

// incomparable: without points at us or at every rival.
enum class Standing { lead, level, behind, incomparable };
std::string_view to_string(Standing standing);

struct ComparedTouchpoint {
  std::string id, group, title;
  int importance = 5;               // ours
  std::vector<ComparedCell> cells;  // as the sides
  Standing standing = Standing::incomparable;
  std::string why;  // of incomparable: "unseen-ours", "unseen-rivals", "absent-ours",
                    // "absent-rivals", "not-applicable", "rules"
  std::optional<std::size_t> leader;      // absent when level or incomparable
  std::optional<std::size_t> best_rival;  // the first of the best
  std::optional<int> best, median, gap;   // of the rivals; the lower median; best less ours
  bool same_as_all = false;
  bool free_field = false;  // everybody's sucks
};

// What a rival has and we lack: the touchpoint itself, or a chip of it.
struct Borrowing {
  std::string touchpoint;
  std::size_t from = 0;  // a side
  std::optional<std::string> chip;
  bool lacking = false;  // we lack the touchpoint itself
};

struct OwnChip {
  std::string touchpoint, chip;
};

// Why a comparison with a side is less fair than it looks: "rulebook", "profile", "day",
// "interrupted", "no-score".
struct Doubt {
  std::string code;
  std::size_t side = 0;
};

struct ComparedGroup {
  std::string id, title;
  std::vector<std::optional<int>> totals;  // as those of the whole, of this group alone
  std::vector<int> met;                    // how many touchpoints each side has
};

struct Comparison {
  std::vector<Contender> sides;
  std::vector<ComparedTouchpoint> touchpoints;
  std::vector<ComparedGroup> groups;  // in order

  // Means by importance over the touchpoints that every side with a score has points for; absent
  // for sides without a score.
  std::vector<std::optional<int>> totals;
  std::size_t common = 0;  // how many touchpoints these are

  std::optional<int> sameness;  // percent of importance that is the same as everywhere
  bool too_alike = false;       // at least half of it

  std::vector<Borrowing> borrow;
  std::vector<std::string> protect;  // touchpoints that we have and no rival that could be seen
  std::vector<OwnChip> our_chips;    // that no rival has
  std::vector<std::string> only_we, only_they, both;  // who has which touchpoint at all
  std::vector<PlanItem> plan;
  std::vector<Doubt> doubts;

  const ComparedTouchpoint* find(std::string_view touchpoint) const;
  // In the order of the touchpoints; those behind by what there is to win.
  std::vector<const ComparedTouchpoint*> standing(Standing wanted) const;
  // 1 is best; equal totals share a place. Absent without a total.
  std::optional<std::size_t> place(std::size_t side) const;
};

// `rulebook`: as the first side's company wants it; its titles and remedies are told. At least one
// side.
Comparison compare(std::vector<Contender> sides, const Rulebook& rulebook);

}  // namespace touchstone
