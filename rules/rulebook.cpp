#include "rules/rulebook.h"

#include <algorithm>

namespace touchstone {

std::string_view to_string(Verdict verdict) {
  switch (verdict) {
    case Verdict::wow:
      return "wow";
    case Verdict::so_so:
      return "so-so";
    case Verdict::sucks:
      return "sucks";
  }
  return "";
}

bool Component::can_reach(Verdict verdict) const {
  if (manual) return says.contains(verdict);
  // An estimate is never below so-so on its own.
  if (graded) return verdict != Verdict::sucks || confidence != Confidence::estimate;
  return std::any_of(cases.begin(), cases.end(), [&](const Case& one) {
    return !one.not_applicable && one.verdict == verdict;
  });
}

const TouchpointRule* Rulebook::find(std::string_view touchpoint) const {
  for (const auto& rule : touchpoints) {
    if (rule.id == touchpoint) return &rule;
  }
  return nullptr;
}

}  // namespace touchstone
