#pragma once

// The countries that a company is at home in: those that its people named, else those of its phone
// numbers and of the postal addresses in its JSON-LD. Pure, safe from several threads.

#include <map>
#include <string>
#include <vector>

#include "checks/fact.h"
#include "checks/presence.h"
#include "site/site.h"

namespace touchstone {

// ISO 3166-1 alpha-2 code -> where it was read, one entry per number or address. Empty: not known.
std::map<std::string, std::vector<Evidence>> served_countries(const Site& site,
                                                              const Presence& presence);

// The country of a top-level domain in ASCII: "de" -> "DE", "uk" -> "GB", "xn--p1ai" -> "RU".
// Empty: it belongs to none.
std::string country_of_zone(const std::string& top_level);

}  // namespace touchstone
