#pragma once

// What a postal address tells, whatever the order of its parts. Pure and safe from several threads;
// linear in the text.

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "checks/fact.h"
#include "checks/presence.h"
#include "checks/structured_data.h"
#include "site/site.h"

namespace touchstone {

struct AddressParts {
  bool street = false, city = false, postcode = false;  // street: with the number of the house
  std::set<std::string> numbers;                        // rows of digits: house, postcode, ...
  std::set<std::string> words;                          // how its longer words begin, folded

  // One shows no other numbers than the other, a postcode among them or half of the words.
  bool same_place(const AddressParts& other) const;
};

// Of one line or several, as they are printed.
AddressParts address_parts(std::string_view text);
// Of a schema.org PostalAddress.
AddressParts address_parts(const Thing& address);

// Of those that the pages show, each place once: near-duplicates go to the fuller one.
std::vector<PostalAddress> distinct_places(const std::vector<PostalAddress>& addresses);

}  // namespace touchstone
