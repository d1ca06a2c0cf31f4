#include "cli/exit_status.h"

#include <algorithm>

namespace touchstone {

namespace {

bool has_sucks(const Audit& audit, const Acceptance& accepted, Day day) {
  return std::any_of(audit.touchpoints.begin(), audit.touchpoints.end(), [&](const auto& one) {
    return one.verdict == Verdict::sucks && !accepted.of_verdict(one, day);
  });
}

bool got_worse(const Changes& changes, const Acceptance& accepted, Day day) {
  return std::any_of(changes.items.begin(), changes.items.end(), [&](const Change& one) {
    return one.counts() && !accepted.of_change(one, day);
  });
}

bool fails(const Gate& gate, const Audit& audit, const Changes* changes,
           const Acceptance& accepted) {
  const Day day = std::chrono::floor<std::chrono::days>(audit.taken);
  switch (gate.kind) {
    case Gate::Kind::sucks:
      return has_sucks(audit, accepted, day);
    case Gate::Kind::regression:
      return changes && got_worse(*changes, accepted, day);
    case Gate::Kind::score:
      return audit.score.points && *audit.score.points < gate.bound;
    case Gate::Kind::coverage:
      return audit.score.coverage < gate.bound;
  }
  return false;
}

}  // namespace

std::vector<std::string> failed_gates(const Audit& audit, const std::vector<Gate>& gates,
                                      const Changes* changes, const Acceptance& accepted) {
  std::vector<std::string> failed;
  for (const auto& gate : gates) {
    if (fails(gate, audit, changes, accepted)) failed.push_back(gate.text);
  }
  return failed;
}

ExitStatus status_of(const Audit& audit, const std::vector<Gate>& gates, const Changes* changes,
                     const Acceptance& accepted) {
  if (audit.unreached) return ExitStatus::nobody_answered;
  if (!failed_gates(audit, gates, changes, accepted).empty()) return ExitStatus::gate_failed;
  return audit.score.points ? ExitStatus::held : ExitStatus::too_little_seen;
}

ExitStatus status_of(const std::vector<ExitStatus>& statuses) {
  for (const ExitStatus status :
       {ExitStatus::interrupted, ExitStatus::asked_wrongly, ExitStatus::not_written,
        ExitStatus::nobody_answered, ExitStatus::gate_failed, ExitStatus::too_little_seen}) {
    if (std::find(statuses.begin(), statuses.end(), status) != statuses.end()) return status;
  }
  return ExitStatus::held;
}

}  // namespace touchstone
