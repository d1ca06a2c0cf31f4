#include "checks/absence.h"

#include <algorithm>

#include "checks/canonical.h"
#include "checks/unseen.h"

namespace touchstone {

namespace {

// Of the pages that links led to: those that gave nothing to read, and the first reason why.
struct Unread {
  std::size_t pages = 0;
  std::optional<Reason> reason;
};

bool was_left_out(const Fetch& fetch) {
  return fetch.fault && fetch.fault->kind == FaultKind::budget_exhausted;
}

Unread unread_pages(const Site& site) {
  Unread unread;
  for (const Visit* visit : site.visits(Role::page)) {
    if (site.visit_of(visit->fetch.asked) != visit) continue;  // a later look stands
    if (was_left_out(visit->fetch)) continue;                  // Recording::complete tells
    const auto why = unreadable_because(visit->fetch);
    unread.pages += why ? 1 : 0;
    if (why && !unread.reason) unread.reason = why;
  }
  return unread;
}

// Home says that it stands on another host and leads there: its pages were not read.
bool lives_elsewhere(const Site& site) {
  const auto canonical = canonical_on(*site.home());
  if (!canonical || !canonical->url || site.is_own(*canonical->url)) return false;
  const auto& links = site.home()->links();
  return std::any_of(links.begin(), links.end(), [&](const Link& link) {
    return link.url && link.url->host() == canonical->url->host();
  });
}

}  // namespace

std::optional<Reason> site_absence_unproven_because(const Site& site) {
  if (const auto why = home_closed_because(site)) return why;
  if (const auto why = absence_unproven_because(*site.home())) return why;
  if (lives_elsewhere(site)) return Reason::budget_exhausted;
  auto [unproven, reason] = unread_pages(site);
  const std::size_t led_to = site.pages().size() + unproven;
  for (const Page* page : site.pages()) {
    const auto why = absence_unproven_because(*page);
    unproven += why ? 1 : 0;
    if (why && !reason) reason = why;
  }
  if (unproven * 5 > led_to) return reason;
  if (site.recording().foreign) return Reason::not_captured;
  if (!site.recording().complete) return Reason::budget_exhausted;
  return std::nullopt;
}

bool looked_for_by_guess(const Site& site, std::string_view page_class) {
  return site.visit(Role::guessed, page_class) != nullptr;
}

}  // namespace touchstone
