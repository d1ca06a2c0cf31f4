#include <algorithm>

#include "checks/check.h"
#include "checks/contact_absence.h"
#include "checks/people.h"
#include "checks/unseen.h"

namespace touchstone::checks {

extern const Check contact_people;

namespace {

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(contact_people, *why);
  const People people = find_people(site);
  if (people.named.empty() && people.roles.empty()) return no_contact_found(contact_people, site);
  std::vector<Evidence> named;
  for (const NamedPerson& person : people.named) named.push_back(person.evidence);
  const auto count = [&](bool NamedPerson::*what) {
    return std::count_if(people.named.begin(), people.named.end(),
                         [&](const NamedPerson& person) { return person.*what; });
  };
  Facts facts;
  facts.say("present", true, named.empty() ? people.roles : named);
  facts.say("named", named.size(), named);
  facts.say("direct", count(&NamedPerson::direct), named);
  facts.say("photos", count(&NamedPerson::photo), std::move(named));
  return facts;
}

}  // namespace

const Check contact_people{
    "contact-people",
    {{"present", "", "people or jobs to turn to are named"},
     {"named", "", "people named with what they do"},
     {"direct", "", "of them, people with a number, address or messenger of their own"},
     {"photos", "", "of them, people with a picture"}},
    measure};

}  // namespace touchstone::checks
