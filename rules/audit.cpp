#include "rules/audit.h"

namespace touchstone {

Verdict verdict_of(int points) {
  return points >= 80 ? Verdict::wow : points >= 40 ? Verdict::so_so : Verdict::sucks;
}

std::string_view to_string(Status status) {
  switch (status) {
    case Status::assessed:
      return "assessed";
    case Status::missing:
      return "missing";
    case Status::absent:
      return "absent";
    case Status::not_assessed:
      return "not-assessed";
    case Status::not_applicable:
      return "not-applicable";
  }
  return "";
}

std::string_view to_string(ChainState state) {
  switch (state) {
    case ChainState::golden:
      return "golden";
    case ChainState::strong:
      return "strong";
    case ChainState::weak:
      return "weak";
    case ChainState::broken:
      return "broken";
    case ChainState::unproven:
      return "unproven";
  }
  return "";
}

std::optional<Verdict> Score::verdict() const {
  return points ? std::optional(verdict_of(*points)) : std::nullopt;
}

const Touchpoint* Audit::find(std::string_view touchpoint) const {
  for (const auto& one : touchpoints) {
    if (one.rule && one.rule->id == touchpoint) return &one;
  }
  return nullptr;
}

}  // namespace touchstone
