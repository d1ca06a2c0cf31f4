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

// What an audit said of a touchpoint, so that whoever fills the scorecard in sees it.
struct SeenTouchpoint {
  const TouchpointRule* rule = nullptr;
  std::string status, verdict;  // as the JSON audit writes them; verdict may be empty
  std::optional<int> points;
};

// A touchpoint that somebody drew into a mind map.
struct DrawnTouchpoint {
  std::string id, title, group, object;  // group and object may be empty
};

struct ScorecardDraft {
  std::string template_name;  // empty: the whole starter list
  std::vector<SeenTouchpoint> seen;
  std::vector<DrawnTouchpoint> drawn;
  std::optional<RuleFile> typed;  // what people typed before
};

// A scorecard to fill in, in JSON: the program's starter list, or one template of it; then what was
// seen (of the template, where one is named) and drawn. Everything typed stays as it is, so that
// nothing that people typed is lost. Throws std::invalid_argument for an unknown template.
std::string new_scorecard(const ScorecardDraft& draft, const Rulebook& rulebook,
                          const Wording& wording);
std::vector<std::string> scorecard_templates();
std::vector<std::string> scorecard_starters();  // the ids of the whole starter list

}  // namespace touchstone
