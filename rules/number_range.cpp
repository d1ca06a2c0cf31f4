#include "rules/number_range.h"

#include <algorithm>

namespace touchstone {

std::optional<NumberRange> range_of(const Condition& condition) {
  switch (condition.op) {
    case Condition::Op::less:
      return NumberRange{NumberRange::lowest, condition.number - 1};
    case Condition::Op::at_most:
      return NumberRange{NumberRange::lowest, condition.number};
    case Condition::Op::more:
      return NumberRange{condition.number + 1, NumberRange::highest};
    case Condition::Op::at_least:
      return NumberRange{condition.number, NumberRange::highest};
    case Condition::Op::between:
      return NumberRange{condition.number, condition.upper};
    case Condition::Op::equals:
      if (const auto* number = std::get_if<std::int64_t>(&condition.value)) {
        return NumberRange{*number, *number};
      }
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

NumberRange range_of(const Graded& bands, Verdict verdict) {
  if (bands.best < bands.worst) {
    if (verdict == Verdict::wow) return {NumberRange::lowest, bands.good};
    if (verdict == Verdict::so_so) return {bands.good + 1, bands.poor};
    return {bands.poor + 1, NumberRange::highest};
  }
  if (verdict == Verdict::wow) return {bands.good, NumberRange::highest};
  if (verdict == Verdict::so_so) return {bands.poor, bands.good - 1};
  return {NumberRange::lowest, bands.poor - 1};
}

std::vector<NumberRange> common(const std::vector<NumberRange>& ranges, const NumberRange& with) {
  std::vector<NumberRange> left;
  for (const auto& range : ranges) {
    const NumberRange both{std::max(range.from, with.from), std::min(range.to, with.to)};
    if (both.from <= both.to) left.push_back(both);
  }
  return left;
}

std::vector<NumberRange> without(const std::vector<NumberRange>& ranges, const NumberRange& taken) {
  std::vector<NumberRange> left;
  for (const auto& range : ranges) {
    if (taken.from > range.from) {
      left.push_back({range.from, std::min(range.to, taken.from - 1)});
    }
    if (taken.to < range.to) left.push_back({std::max(range.from, taken.to + 1), range.to});
  }
  return left;
}

}  // namespace touchstone
