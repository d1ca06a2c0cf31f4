#pragma once

// An audit's touchpoints picked and ordered for those who act: what to create, remove and lift,
// what matters most, what is quickly won. And scores of parts of the audit.

#include <optional>
#include <string>
#include <vector>

#include "rules/audit.h"
#include "rules/scores.h"

namespace touchstone {

using Picked = std::vector<const Touchpoint*>;

// Every touchpoint below wow stands in exactly one of the first three, the important first.
struct Lists {
  Picked create_wow;  // what is missing
  Picked remove_sucks;
  Picked lift_so_so;
  Picked quick_wins;        // below wow and done within a day, by priority
  int quick_gain = 0;       // decipoints that they are short of wow, all together
  Picked most_significant;  // the ten that matter most, whatever their verdict
  Picked without_chip;      // importance 8 and more, and nothing about them to remember
};

// Points into the audit.
Lists lists_of(const Audit& audit);

// What the first day should be spent on: the first of the plan that takes no longer; null without.
const PlanItem* first_step(const Audit& audit);

struct SubScores {
  Score online, offline;
  Score customer_sees;  // with what the company cannot change
  Score start, stay;    // what makes people begin with the company, what makes them come back
  std::vector<std::pair<std::string, Score>> positions;  // find, arrive, look, trust ...
  int opportunity = 0;  // decipoints that the company would win, were every so-so just wow
  int live = 0;         // touchpoints that are people
};

SubScores sub_scores_of(const Audit& audit);

// Decipoints up to wow; none for what is wow or has no points.
int gain_of(const Touchpoint& touchpoint);

// Those that decide directly whether somebody buys or asks, the weakest first; only what counts,
// and what a customer sees.
Picked closest_to_sale(const Audit& audit);

// What a touchpoint decides: "start" with the company, "stay" with it; one of them or both.
std::vector<std::string> decisions_of(const Touchpoint& touchpoint);

// The touchpoints of one position of the customer's way that count, the weakest first.
Picked at_position(const Audit& audit, std::string_view position);

}  // namespace touchstone
