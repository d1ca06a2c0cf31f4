#pragma once

// The sentences of rules with the facts' values filled in.

#include <functional>
#include <string>
#include <string_view>

#include "checks/fact.h"
#include "rules/rulebook.h"
#include "rules/wording.h"

namespace touchstone {

// With its unit as people write it: "400 ms", "95 %", "yes".
std::string print_value(const Value& value, std::string_view unit, const Wording& wording = {});

// "{fact}" becomes the value with its unit; the unit is left out where the sentence itself says it
// right behind. An absent fact reads "none", one that nobody could see "unknown".
std::string fill_sentence(std::string_view sentence, const Facts& facts, const Units& units,
                          const Wording& wording = {});

// The same with values of one's own: `value_of` is given a fact's name and the unit to print with
// it, empty where the sentence says it.
using ValueOf = std::function<std::string(std::string_view fact, std::string_view unit)>;
std::string fill_sentence(std::string_view sentence, const Units& units, const Wording& wording,
                          const ValueOf& value_of);

}  // namespace touchstone
