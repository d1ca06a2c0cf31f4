#pragma once

// Conditions of rules held against facts.

#include <optional>
#include <vector>

#include "checks/fact.h"
#include "rules/rulebook.h"

namespace touchstone {

enum class Truth {
  no,
  yes,
  unknown,         // a fact could not be seen
  not_applicable,  // a fact makes no sense for this company
};

struct Holding {
  Truth truth = Truth::yes;
  std::optional<Reason> why;  // set when unknown
};

Holding holds(const Condition& condition, const Facts& facts);

// All of them: one "no" decides, whatever the others are.
Holding hold_all(const std::vector<Condition>& conditions, const Facts& facts);

}  // namespace touchstone
