#include "checks/contact_absence.h"

#include "checks/absence.h"
#include "checks/class_page.h"
#include "checks/nothing_found.h"

namespace touchstone {

namespace {

// The page classes that show how to reach somebody.
const std::initializer_list<std::string_view> holders{"contact",  "about", "team",    "branches",
                                                      "callback", "hours", "booking", "feedback"};

}  // namespace

std::optional<Reason> contact_absence_unproven_because(const Site& site) {
  if (const auto why = site_absence_unproven_because(site, holders)) return why;
  return promise_unread_because(site, "contact");
}

Facts no_contact_found(const Check& check, const Site& site) {
  if (const auto why = contact_absence_unproven_because(site)) return all_unknown(check, *why);
  return nothing_found(check, site, holders);
}

}  // namespace touchstone
