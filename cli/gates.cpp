#include "cli/gates.h"

#include <algorithm>
#include <ostream>

#include "reports/layout.h"

namespace touchstone {

Gates::Gates(const Options& options, const Wishes& wishes, Keeping& keeping, std::ostream& err)
    : options_(options), keeping_(keeping), err_(err) {
  if (options.accept) {
    accepted_ = parse_acceptance({*options.accept, read_file(*options.accept)}, wishes.rulebook());
  }
  if (options.baseline && *options.baseline != "last") {
    baseline_ = read_standing(read_audit_file(*options.baseline), *options.baseline);
  }
}

std::optional<Changes> Gates::changes_of(const Audit& audit) {
  if (!options_.baseline) return std::nullopt;
  const AuditStanding now = standing_of(audit);
  if (baseline_) {
    if (baseline_->host != now.host) {
      err_ << "touchstone: " << *options_.baseline << " is an audit of "
           << printable(baseline_->host) << ", and is held against one of " << printable(now.host)
           << "\n";
    }
    return compare(*baseline_, now);
  }
  const auto before = keeping_.last(audit.asked);
  if (!before) {
    if (!keeping_.failed() && told_first_.insert(subject_of(audit.asked)).second) {
      err_ << "touchstone: no earlier audit of " << printable(subject_of(audit.asked))
           << " is stored, so that there is nothing to compare with yet\n";
    }
    return std::nullopt;
  }
  Changes changes = compare(before->standing, now);
  changes.judged_again = before->judged_again;
  return changes;
}

bool Gates::may_want_second_look() const {
  return !options_.notify.empty() ||
         std::any_of(options_.gates.begin(), options_.gates.end(),
                     [](const Gate& gate) { return gate.kind == Gate::Kind::regression; });
}

bool Gates::want_second_look(const Changes& changes) const {
  const Day day = std::chrono::floor<std::chrono::days>(changes.after);
  return may_want_second_look() &&
         std::any_of(changes.items.begin(), changes.items.end(), [&](const Change& one) {
           return one.kind == ChangeKind::worse && !accepted_.of_change(one, day);
         });
}

void Gates::tell_expired(Day day) {
  if (told_expired_) return;
  told_expired_ = true;
  for (const AcceptedFinding* one : accepted_.expired(day)) {
    err_ << "touchstone: --accept: " << one->touchpoint
         << (one->component.empty() ? "" : "." + one->component) << " was accepted until "
         << to_text(one->until) << " and counts again: " << printable(one->reason) << "\n";
  }
}

ExitStatus Gates::status_of(const Audit& audit, const std::optional<Changes>& changes) {
  tell_expired(std::chrono::floor<std::chrono::days>(audit.taken));
  const Changes* since = changes ? &*changes : nullptr;
  for (const auto& line : told_failures(audit, options_.gates, since, accepted_)) {
    err_ << "touchstone: " << line << "\n";
  }
  return touchstone::status_of(audit, options_.gates, since, accepted_);
}

}  // namespace touchstone
