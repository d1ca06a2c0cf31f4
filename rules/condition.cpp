#include "rules/condition.h"

#include <algorithm>

namespace touchstone {

namespace {

bool number_holds(const Condition& condition, std::int64_t number) {
  switch (condition.op) {
    case Condition::Op::less:
      return number < condition.number;
    case Condition::Op::at_most:
      return number <= condition.number;
    case Condition::Op::more:
      return number > condition.number;
    case Condition::Op::at_least:
      return number >= condition.number;
    case Condition::Op::between:
      return number >= condition.number && number <= condition.upper;
    default:
      return false;
  }
}

bool value_holds(const Condition& condition, const Value& value) {
  switch (condition.op) {
    case Condition::Op::is_absent:
      return false;
    case Condition::Op::equals:
      return value == condition.value;
    case Condition::Op::one_of: {
      const auto* text = std::get_if<std::string>(&value);
      return text && std::find(condition.texts.begin(), condition.texts.end(), *text) !=
                         condition.texts.end();
    }
    default: {
      const auto* number = std::get_if<std::int64_t>(&value);
      return number && number_holds(condition, *number);
    }
  }
}

}  // namespace

Holding holds(const Condition& condition, const Facts& facts) {
  const Fact* fact = facts.find(condition.fact);
  if (!fact) return {Truth::unknown, Reason::internal_error};
  bool yes = false;
  switch (fact->state) {
    case Fact::State::unknown:
      return {Truth::unknown, fact->why.value_or(Reason::internal_error)};
    case Fact::State::not_applicable:
      return {Truth::not_applicable, std::nullopt};
    case Fact::State::absent:
      yes = condition.op == Condition::Op::is_absent;
      break;
    case Fact::State::known:
      yes = value_holds(condition, fact->value);
      break;
  }
  return {yes ? Truth::yes : Truth::no, std::nullopt};
}

Holding hold_all(const std::vector<Condition>& conditions, const Facts& facts) {
  Holding all;
  for (const auto& condition : conditions) {
    const Holding one = holds(condition, facts);
    if (one.truth == Truth::no) return one;
    const bool graver = one.truth == Truth::not_applicable
                            ? all.truth != Truth::not_applicable
                            : one.truth == Truth::unknown && all.truth == Truth::yes;
    if (graver) all = one;
  }
  return all;
}

}  // namespace touchstone
