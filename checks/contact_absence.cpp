#include "checks/contact_absence.h"

#include "checks/absence.h"
#include "checks/class_page.h"
#include "checks/nothing_found.h"
#include "checks/unseen.h"

namespace touchstone {

std::optional<Reason> contact_absence_unproven_because(const Site& site) {
  const auto why = site_absence_unproven_because(
      site, {"contact", "about", "team", "branches", "callback", "hours", "booking", "feedback"});
  if (why) return why;
  const ClassPage promised = class_page(site, "contact");
  const bool refused = promised.linked() && promised.visit && !promised.dead;
  return refused ? promised.unproven : std::nullopt;
}

Facts no_contact_found(const Check& check, const Site& site) {
  if (const auto why = contact_absence_unproven_because(site)) return all_unknown(check, *why);
  return nothing_found(check, site);
}

}  // namespace touchstone
