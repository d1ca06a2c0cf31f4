#pragma once

// The branches of a company, as its pages list them. Pure and safe from several threads; linear in
// the pages.

#include <string>
#include <vector>

#include "checks/fact.h"
#include "checks/presence.h"
#include "site/site.h"

namespace touchstone {

struct Branch {
  std::string address;
  Evidence evidence;
  bool phone = false, hours = false;
  bool own_place = false;  // a page or an anchor of its own
};

// From the structured data of the pages, else from the page of the branches, else from the contact
// page: every address there with what follows it.
std::vector<Branch> find_branches(const Site& site, const Presence& presence);

}  // namespace touchstone
