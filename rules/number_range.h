#pragma once

// The whole numbers that a condition or a band takes, and what they leave to others.

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "rules/rulebook.h"

namespace touchstone {

struct NumberRange {
  static constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
  static constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();

  std::int64_t from = lowest, to = highest;  // both included
};

// Absent where the condition is on no number.
std::optional<NumberRange> range_of(const Condition& condition);

// The numbers that a band gives this verdict.
NumberRange range_of(const Graded& bands, Verdict verdict);

std::vector<NumberRange> common(const std::vector<NumberRange>& ranges, const NumberRange& with);
std::vector<NumberRange> without(const std::vector<NumberRange>& ranges, const NumberRange& taken);

}  // namespace touchstone
