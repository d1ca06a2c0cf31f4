#pragma once

// The scorecard: touchpoints that no crawler sees, as people scored them, and what people know of
// those that it sees. A value; `touchstone scorecard new` writes one.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "rules/rulebook.h"

namespace touchstone {

// What people decided to do about a touchpoint.
struct Improvement {
  std::string what, who, due;  // due: "2026-03-13"
  std::string state;           // "planned", "in-progress", "done"
};

struct ScorecardEntry {
  TouchpointRule rule;  // its own; of an id that the rulebook has, only the id is read
  bool known = false;   // the rulebook has this touchpoint
  std::string object;   // what it is a touchpoint of: "stall"; may be empty
  std::map<Verdict, std::string> whole_says;  // what people see, where it has no parts
  std::optional<bool> present;                // absent: nobody knows
  std::optional<int> points;         // of the whole, in decipoints: score, ratings or measure
  std::map<std::string, int> parts;  // decipoints, by component
  std::optional<int> customers;      // decipoints, the mean of what customers gave
  std::vector<ChipRule> chips;       // that people saw; without conditions
  std::string notes;
  std::vector<std::string> ideas;
  std::optional<Improvement> improvement;
  bool overrides = false;  // the points replace what was measured; needs notes
};

struct Scorecard {
  std::vector<GroupRule> groups;  // those of the program's starter list, for its entries
  std::vector<ScorecardEntry> entries;

  const ScorecardEntry* find(std::string_view touchpoint) const;
};

// Throws RuleError: place, what is wrong, what was probably meant.
Scorecard parse_scorecard(const RuleFile& file, const Rulebook& rulebook);

// The entries that the rulebook lacks stand in it as touchpoints of components that people score.
Rulebook with_scorecard(Rulebook rulebook, const Scorecard& scorecard);

// A scorecard to fill in, in JSON: the program's starter list (of one template, or all of it when
// `name` is empty), then `touchpoints` of an audit. Everything of `typed` stays as it is, so that
// nothing that people typed is lost. Throws std::invalid_argument for an unknown template.
std::string new_scorecard(const std::string& name, const std::vector<const TouchpointRule*>& seen,
                          const std::optional<RuleFile>& typed, const Wording& wording);
std::vector<std::string> scorecard_templates();

}  // namespace touchstone
