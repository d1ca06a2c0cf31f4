#pragma once

// Chains of touchpoints, as strong as their weakest link.

#include <vector>

#include "rules/audit.h"

namespace touchstone {

// The chains of which at least two links exist for this company, in the rulebook's order. Those of
// which fewer apply are named by their titles in `dropped`.
std::vector<Chain> judge_chains(const Rulebook& rulebook,
                                const std::vector<Touchpoint>& touchpoints,
                                const std::vector<Composite>& composites,
                                std::vector<std::string>& dropped);

// The link to which the smallest share of customers goes on; null where nobody counted them.
const ChainLink* weakest_conversion(const Chain& chain);

bool is_assessed(const Chain& chain);  // at least two of its links have points

// The chain index C; absent when no chain is assessed.
std::optional<int> chain_index(const std::vector<Chain>& chains);

}  // namespace touchstone
