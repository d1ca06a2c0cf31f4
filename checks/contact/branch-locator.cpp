#include <algorithm>

#include "checks/branches.h"
#include "checks/check.h"
#include "checks/unseen.h"

namespace touchstone::checks {

extern const Check branch_locator;

namespace {

Facts measure(const Site& site, const Presence& presence) {
  if (const auto why = home_closed_because(site)) return all_unknown(branch_locator, *why);
  const auto branches = find_branches(site, presence);
  if (branches.size() < 2) return all_not_applicable(branch_locator);
  std::vector<Evidence> all, lacking;
  std::size_t whole = 0, own = 0;
  for (const Branch& branch : branches) {
    all.push_back(branch.evidence);
    const bool reachable = branch.phone && branch.hours;
    whole += reachable ? 1 : 0;
    own += branch.own_place ? 1 : 0;
    if (!reachable) lacking.push_back(branch.evidence);
  }
  Facts facts;
  facts.say("branches", branches.size(), std::move(all));
  // Phone and hours are two looks at every branch.
  const std::size_t share = (100 * whole + branches.size() / 2) / branches.size();
  facts.say("with_phone_and_hours", share, std::move(lacking)).signals = 2;
  facts.say("own_places", own == branches.size());
  return facts;
}

}  // namespace

const Check branch_locator{
    "branch-locator",
    {{"branches", "", "branches with an address"},
     {"with_phone_and_hours", "%", "branches that show a phone number and their hours"},
     {"own_places", "", "every branch has a page or an anchor of its own"}},
    measure};

}  // namespace touchstone::checks
