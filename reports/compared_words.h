#pragma once

// A comparison in the words of a report: what every format of it tells.

#include <string>
#include <vector>

#include "reports/comparison.h"
#include "reports/phrases.h"

namespace touchstone {

// The company's name, else its host.
std::string name_of(const Contender& side);

// "wow", "so-so", "sucks", or the status where there is no verdict.
std::string tell_cell(const ComparedCell& cell, const Phrases& say);

// Without letters, for narrow cells and for those who see no colours: "★", "◐", "✕", "∅" missing,
// "–" absent or not applicable, "?" not assessed.
std::string_view sign_of(const ComparedCell& cell);

// "12 touchpoints".
std::string tell_met(int touchpoints, const Phrases& say);

// "▲ ahead by 1.2".
std::string tell_standing(const ComparedTouchpoint& touchpoint, const Phrases& say);

// "Of 57 comparable touchpoints we lead at 12, ...", the sameness, the warning, on what the totals
// stand: one sentence each.
std::vector<std::string> tell_summary(const Comparison& comparison, const Phrases& say);

struct ComparedList {
  std::string heading;
  std::vector<std::string> items;
};
// Where we are behind, lead, what to borrow, to protect ...; those that are empty are left out.
std::vector<ComparedList> tell_comparison(const Comparison& comparison, const Rulebook& rulebook,
                                          const Phrases& say);

// Sides from the best total to the worst, those without one at the end.
std::vector<std::size_t> ranking(const Comparison& comparison);

std::vector<std::string> tell_doubts(const Comparison& comparison, const Phrases& say);

// Its title in the rulebook, else the id.
std::string chip_title(const Rulebook& rulebook, const std::string& touchpoint,
                       const std::string& chip, const Phrases& say);

}  // namespace touchstone
