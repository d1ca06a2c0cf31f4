#include "checks/unseen.h"

namespace touchstone {

std::optional<Reason> home_closed_because(const Site& site) {
  if (const auto why = site.closed_because()) return why;
  const Page* home = site.home();
  if (!home) return Reason::no_source;
  if (!home->document()) return home->reason().value_or(Reason::too_deep);
  return std::nullopt;
}

std::optional<Reason> absence_unproven_because(const Page& page) {
  if (page.reason()) return page.reason();
  if (!page.document()) return Reason::too_deep;
  if (page.fetch().truncated || page.document()->truncated()) return Reason::truncated;
  return std::nullopt;
}

}  // namespace touchstone
