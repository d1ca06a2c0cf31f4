#pragma once

// The sentences of rules with the facts' values filled in.

#include <map>
#include <string>
#include <string_view>

#include "checks/fact.h"
#include "rules/wording.h"

namespace touchstone {

using Units = std::map<std::string, std::string, std::less<>>;  // by the fact's name

// With its unit as people write it: "400 ms", "95 %", "yes".
std::string print_value(const Value& value, std::string_view unit, const Wording& wording = {});

// "{fact}" becomes the value with its unit; the unit is left out where the sentence itself says it
// right behind. An absent fact reads "none", one that nobody could see "unknown".
std::string fill_sentence(std::string_view sentence, const Facts& facts, const Units& units,
                          const Wording& wording = {});

}  // namespace touchstone
