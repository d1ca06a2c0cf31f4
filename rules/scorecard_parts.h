#pragma once

// The members of a scorecard's entry that people write. Every function throws RuleError at the
// member that is wrong.

#include <optional>
#include <string>
#include <vector>

#include "rules/rule_reader.h"
#include "rules/scorecard.h"

namespace touchstone {

// A smaller touchpoint of a touchpoint. Its points: its score, or the mean of its parts by weight.
struct ScoredPart {
  Component component;
  std::optional<int> points;
};

struct Ratings {
  std::optional<int> all, customers;  // decipoints, the means
};

std::vector<ScoredPart> parts_in(const RuleNode* list, int depth = 1);
std::optional<int> score_in(RuleReader& reader);
std::map<Verdict, std::string> says_in(RuleReader& reader);
// Points of what people measured: seconds until an answer, rings, minutes.
std::optional<int> measure_in(RuleReader& entry);
Ratings ratings_in(RuleReader& entry);
std::vector<ChipRule> chips_in(RuleReader& entry);
std::vector<std::string> ideas_in(RuleReader& entry);
std::optional<Improvement> improvement_in(RuleReader& entry);

}  // namespace touchstone
