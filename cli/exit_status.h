#pragma once

// Exit statuses of the contract.

#include <string>
#include <vector>

#include "cli/options.h"
#include "history/accepted.h"
#include "reports/told_audit.h"
#include "rules/audit.h"

namespace touchstone {

enum class ExitStatus {
  held = 0,  // the audit was made and every gate held
  gate_failed = 1,
  asked_wrongly = 2,
  nobody_answered = 3,
  too_little_seen = 4,
  not_written = 5,
  interrupted = 130,
};

// The gates that fail, as they were written: "score<6.5". `changes`: since the baseline; null where
// there is none to compare with, so that nothing got worse.
std::vector<std::string> failed_gates(const Audit& audit, const std::vector<Gate>& gates,
                                      const Changes* changes = nullptr,
                                      const Acceptance& accepted = {});

// The same with what is why, in a line each: "--fail-on sucks (E-mail address 3.3 and 4 more)".
std::vector<std::string> told_failures(const Audit& audit, const std::vector<Gate>& gates,
                                       const Changes* changes = nullptr,
                                       const Acceptance& accepted = {});

// Of one audit.
ExitStatus status_of(const Audit& audit, const std::vector<Gate>& gates,
                     const Changes* changes = nullptr, const Acceptance& accepted = {});

// Of an audit that was made before; what got worse then is not known any more.
ExitStatus status_of(const ToldAudit& audit, const std::vector<Gate>& gates,
                     const Acceptance& accepted);

// Of several: the first of 5, 3, 1, 4, 0 that occurred.
ExitStatus status_of(const std::vector<ExitStatus>& statuses);

}  // namespace touchstone
