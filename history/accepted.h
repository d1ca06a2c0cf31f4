#pragma once

// Known findings that no gate counts for a while (--accept): each with its reason and its last day.
//
//   {"findings": [{"touchpoint": "privacy-policy", "reason": "the lawyer writes", "until":
//                  "2026-06-30"},
//                 {"touchpoint": "favicon", "component": "set", "reason": "...", "until": "..."}]}

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "history/calendar.h"
#include "history/changes.h"
#include "rules/rulebook.h"

namespace touchstone {

struct AcceptedFinding {
  std::string touchpoint;
  std::string component;  // "set"; empty: the whole touchpoint
  std::string reason;
  Day until;  // the last day on which it is accepted
};

class Acceptance {
 public:
  Acceptance() = default;  // accepts nothing
  explicit Acceptance(std::vector<AcceptedFinding> findings) : findings_(std::move(findings)) {}

  // Accepted on that day: the touchpoint itself, or every component of it that sucks. Null when it
  // counts.
  const AcceptedFinding* of_verdict(const Touchpoint& touchpoint, Day day) const;
  const AcceptedFinding* of_verdict(std::string_view touchpoint,
                                    const std::vector<std::string>& sucking_components,
                                    Day day) const;
  // Likewise of a regression: the touchpoint, or every component that got worse.
  const AcceptedFinding* of_change(const Change& change, Day day) const;

  // Likewise of one component by its whole id ("favicon.set"), or of the touchpoint alone where the
  // id is empty.
  const AcceptedFinding* of_component(std::string_view touchpoint, const std::string& component,
                                      Day day) const;

  // Those that count again on that day.
  std::vector<const AcceptedFinding*> expired(Day day) const;

 private:
  const AcceptedFinding* of(std::string_view touchpoint, const std::vector<std::string>& components,
                            Day day) const;
  std::vector<AcceptedFinding> findings_;
};

// Throws RuleError: place, what is wrong, what was probably meant.
Acceptance parse_acceptance(const RuleFile& file, const Rulebook& rulebook);

}  // namespace touchstone
