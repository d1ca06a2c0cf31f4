#include "cli/exit_status.h"

#include <algorithm>

namespace touchstone {

namespace {

bool fails(const Gate& gate, const Audit& audit) {
  switch (gate.kind) {
    case Gate::Kind::sucks:
      return std::any_of(
          audit.touchpoints.begin(), audit.touchpoints.end(),
          [](const Touchpoint& touchpoint) { return touchpoint.verdict == Verdict::sucks; });
    case Gate::Kind::score:
      return audit.score.points && *audit.score.points < gate.bound;
    case Gate::Kind::coverage:
      return audit.score.coverage < gate.bound;
  }
  return false;
}

}  // namespace

std::vector<std::string> failed_gates(const Audit& audit, const std::vector<Gate>& gates) {
  std::vector<std::string> failed;
  for (const auto& gate : gates) {
    if (fails(gate, audit)) failed.push_back(gate.text);
  }
  return failed;
}

ExitStatus status_of(const Audit& audit, const std::vector<Gate>& gates) {
  if (audit.unreached) return ExitStatus::nobody_answered;
  if (!failed_gates(audit, gates).empty()) return ExitStatus::gate_failed;
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
