#pragma once

// Companies made by hand for comparisons.

#include <string>
#include <utility>
#include <vector>

#include "reports/comparison.h"

namespace touchstone {

// The built-in rulebook.
const Rulebook& rules();

// A company with these touchpoints assessed, each by one component.
Contender contender(const std::string& name,
                    const std::vector<std::pair<std::string, int>>& points);

void put_status(Contender& side, const std::string& touchpoint, Status status);
void put_chips(Contender& side, const std::string& touchpoint, std::vector<std::string> chips);
void put_headline(Contender& side, const std::string& text);

}  // namespace touchstone
