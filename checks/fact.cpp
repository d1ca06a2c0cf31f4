#include "checks/fact.h"

#include <utility>

namespace touchstone {

std::string to_string(const Value& value) {
  if (const bool* truth = std::get_if<bool>(&value)) return *truth ? "true" : "false";
  if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  return std::get<std::string>(value);
}

Fact& Facts::put(std::string_view name) {
  Fact& fact = facts_[std::string(name)];
  fact = Fact{};
  fact.name = name;
  return fact;
}

Fact& Facts::say(std::string_view name, Value value, std::vector<Evidence> evidence) {
  Fact& fact = put(name);
  fact.state = Fact::State::known;
  fact.value = std::move(value);
  fact.evidence = std::move(evidence);
  return fact;
}

Fact& Facts::absent(std::string_view name, std::vector<Evidence> evidence) {
  Fact& fact = put(name);
  fact.state = Fact::State::absent;
  fact.evidence = std::move(evidence);
  return fact;
}

Fact& Facts::unknown(std::string_view name, Reason why, std::vector<Evidence> evidence) {
  Fact& fact = put(name);
  fact.state = Fact::State::unknown;
  fact.why = why;
  fact.evidence = std::move(evidence);
  return fact;
}

Fact& Facts::not_applicable(std::string_view name) {
  Fact& fact = put(name);
  fact.state = Fact::State::not_applicable;
  return fact;
}

const Fact* Facts::find(std::string_view name) const {
  const auto found = facts_.find(name);
  return found == facts_.end() ? nullptr : &found->second;
}

}  // namespace touchstone
