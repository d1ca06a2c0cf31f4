#include "cli/exit_status.h"

#include <fmt/format.h>

#include <algorithm>

#include "reports/layout.h"
#include "reports/tally.h"
#include "site/media_type.h"

namespace touchstone {

namespace {

std::vector<const Touchpoint*> those_that_suck(const Audit& audit, const Acceptance& accepted,
                                               Day day) {
  std::vector<const Touchpoint*> found;
  for (const auto& one : audit.touchpoints) {
    if (one.verdict == Verdict::sucks && !accepted.of_verdict(one, day)) found.push_back(&one);
  }
  return found;
}

std::vector<const Change*> those_that_got_worse(const Changes& changes, const Acceptance& accepted,
                                                Day day) {
  std::vector<const Change*> found;
  for (const auto& one : changes.items) {
    if (one.counts() && !accepted.of_change(one, day)) found.push_back(&one);
  }
  return found;
}

bool fails(const Gate& gate, const Audit& audit, const Changes* changes,
           const Acceptance& accepted) {
  const Day day = std::chrono::floor<std::chrono::days>(audit.taken);
  switch (gate.kind) {
    case Gate::Kind::sucks:
      return !those_that_suck(audit, accepted, day).empty();
    case Gate::Kind::regression:
      return changes && !those_that_got_worse(*changes, accepted, day).empty();
    case Gate::Kind::score:
      return audit.score.points && *audit.score.points < gate.bound;
    case Gate::Kind::coverage:
      return audit.score.coverage < gate.bound;
  }
  return false;
}

bool sucks_and_counts(const ToldTouchpoint& touchpoint, const Acceptance& accepted, Day day) {
  if (touchpoint.verdict != "sucks") return false;
  std::vector<std::string> sucking;
  for (const auto& one : touchpoint.components) {
    if (one.verdict == "sucks") sucking.push_back(one.id);
  }
  return !accepted.of_verdict(touchpoint.id, sucking, day);
}

bool fails(const Gate& gate, const ToldAudit& audit, const Acceptance& accepted) {
  const Day day =
      std::chrono::floor<std::chrono::days>(parse_rfc3339(audit.taken).value_or(Time()));
  switch (gate.kind) {
    case Gate::Kind::sucks:
      return std::any_of(
          audit.touchpoints.begin(), audit.touchpoints.end(),
          [&](const ToldTouchpoint& one) { return sucks_and_counts(one, accepted, day); });
    case Gate::Kind::regression:
      return false;
    case Gate::Kind::score:
      return audit.points && *audit.points < gate.bound;
    case Gate::Kind::coverage:
      return audit.coverage < gate.bound;
  }
  return false;
}

// "A, B, C and 4 more".
std::string first_of(const std::vector<std::string>& names) {
  constexpr std::size_t most = 3;
  std::string text;
  for (std::size_t i = 0; i < std::min(most, names.size()); ++i) {
    text += (text.empty() ? "" : ", ") + names[i];
  }
  return names.size() <= most ? text : fmt::format("{} and {} more", text, names.size() - most);
}

std::string reason_of(const Gate& gate, const Audit& audit, const Changes* changes,
                      const Acceptance& accepted) {
  const Day day = std::chrono::floor<std::chrono::days>(audit.taken);
  std::vector<std::string> names;
  switch (gate.kind) {
    case Gate::Kind::sucks:
      for (const Touchpoint* one : those_that_suck(audit, accepted, day)) {
        names.push_back(one->rule->title + " " + tell_points(one->points));
      }
      return first_of(names);
    case Gate::Kind::regression:
      for (const Change* one : those_that_got_worse(*changes, accepted, day)) {
        names.push_back(one->title());
      }
      return first_of(names);
    case Gate::Kind::score:
      return tell_points(audit.score.points);
    case Gate::Kind::coverage:
      return fmt::format("{} %", audit.score.coverage);
  }
  return {};
}

}  // namespace

std::vector<std::string> told_failures(const Audit& audit, const std::vector<Gate>& gates,
                                       const Changes* changes, const Acceptance& accepted) {
  std::vector<std::string> lines;
  for (const auto& gate : gates) {
    if (!fails(gate, audit, changes, accepted)) continue;
    lines.push_back("gate failed: --fail-on " + gate.text + " (" +
                    printable(reason_of(gate, audit, changes, accepted)) + ")");
  }
  return lines;
}

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

ExitStatus status_of(const ToldAudit& audit, const std::vector<Gate>& gates,
                     const Acceptance& accepted) {
  if (audit.unreached) return ExitStatus::nobody_answered;
  const bool failed = std::any_of(gates.begin(), gates.end(),
                                  [&](const Gate& gate) { return fails(gate, audit, accepted); });
  if (failed) return ExitStatus::gate_failed;
  return audit.points ? ExitStatus::held : ExitStatus::too_little_seen;
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
