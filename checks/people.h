#pragma once

// People of the company whom its pages name. Names are known by their look alone, which is weak:
// an estimate. Pure and safe from several threads; linear in the pages.

#include <vector>

#include "checks/fact.h"
#include "site/site.h"

namespace touchstone {

struct NamedPerson {
  Evidence evidence;
  bool direct = false;  // a number, an address or a messenger of the person's own beside the name
  bool photo = false;
};

struct People {
  std::vector<NamedPerson> named;  // each with what the person does
  std::vector<Evidence> roles;     // jobs with a way to reach somebody, but without a name
};

// On home, the contact page, the team and the about page; reviews tell of others.
People find_people(const Site& site);

// "Anna Huber", "Иванов Иван Иванович", "Dr. Ahmed Ali": the line is a name and nothing else.
bool looks_like_name(std::string_view line);

}  // namespace touchstone
