#pragma once

// What an audit is held against: an earlier audit (--baseline), known findings (--accept), gates
// (--fail-on).

#include <iosfwd>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/exit_status.h"
#include "cli/keeping.h"
#include "history/accepted.h"

namespace touchstone {

class Gates {
 public:
  // Reads the files of --accept and --baseline. Throws UsageError, RuleError, StandingError.
  Gates(const Options& options, const Wishes& wishes, Keeping& keeping, std::ostream& err);

  // What changed since the baseline; absent without one. `err` is told where the last audit is
  // wanted and there is none, once for each address.
  std::optional<Changes> changes_of(const Audit& audit);

  // Whether a regression would decide a gate or be told.
  bool may_want_second_look() const;
  // A regression that would decide a gate or be told, so that a second look is worth its time.
  bool want_second_look(const Changes& changes) const;

  // The status of the audit; `err` is told each gate that fails and each acceptance that is over.
  ExitStatus status_of(const Audit& audit, const std::optional<Changes>& changes);

  const Acceptance& accepted() const { return accepted_; }

 private:
  void tell_expired(Day day);

  const Options& options_;
  Keeping& keeping_;
  std::ostream& err_;
  Acceptance accepted_;
  std::optional<AuditStanding> baseline_;  // of a file
  bool told_expired_ = false;
  std::set<std::string> told_first_;  // subjects of which nothing is stored
};

}  // namespace touchstone
