#include "checks/nothing_found.h"

#include "checks/absence.h"

namespace touchstone {

Facts nothing_found(const Check& check, const Site& site,
                    std::initializer_list<std::string_view> holders) {
  if (const auto why = site_absence_unproven_because(site, holders)) {
    return all_unknown(check, *why);
  }
  Facts facts = all_not_applicable(check);
  facts.say("present", false);
  return facts;
}

}  // namespace touchstone
