#pragma once

// Countries by the names that people write at the end of an address. Safe from several threads.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone {

// ISO 3166-1 alpha-2 code of a name in one of the vocabulary's languages: "Kenya", "Германия" ->
// "DE". Absent: no country.
std::optional<std::string> country_named(std::string_view name);

// The country that a postal address ends with, or names on a line of its own.
std::optional<std::string> country_of_address(std::string_view address);

// The languages that are spoken first in a country (checks/data/language-regions.txt).
std::vector<std::string> languages_of_country(std::string_view country);

}  // namespace touchstone
