#include "checks/absence.h"

#include "checks/unseen.h"

namespace touchstone {

std::optional<Reason> site_absence_unproven_because(const Site& site) {
  if (const auto why = home_closed_because(site)) return why;
  if (const auto why = absence_unproven_because(*site.home())) return why;
  std::size_t unproven = 0;
  std::optional<Reason> reason;
  for (const Page* page : site.pages()) {
    const auto why = absence_unproven_because(*page);
    unproven += why ? 1 : 0;
    if (why && !reason) reason = why;
  }
  if (unproven * 5 > site.pages().size()) return reason;
  if (site.recording().foreign) return Reason::not_captured;
  if (!site.recording().complete) return Reason::budget_exhausted;
  return std::nullopt;
}

bool looked_for_by_guess(const Site& site) {
  return !site.visits(Role::guessed).empty();
}

}  // namespace touchstone
