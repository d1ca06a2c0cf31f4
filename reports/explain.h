#pragma once

// The rulebook told: what a touchpoint is, what wow and sucks mean in numbers, why, what to do.

#include <string>

#include "reports/text.h"
#include "rules/rulebook.h"

namespace touchstone {

// All touchpoints by group, or one whole when `touchpoint` is given (it must exist).
std::string explain_text(const Rulebook& rulebook, const std::string& touchpoint,
                         const Phrases& say, const TextStyle& style);

// The laws and observations on which the rules rest, with the touchpoints that rest on each.
std::string explain_laws(const Rulebook& rulebook, const Phrases& say, const TextStyle& style);

// What wow, so-so and sucks mean to a customer, and from which score on.
std::string explain_verdicts(const Phrases& say, const TextStyle& style);

// The contract's {"touchpoints": [...], "composites": [...], "chains": [...]}.
std::string explain_json(const Rulebook& rulebook, const std::string& touchpoint);

// What `touchstone rules` shows: version, counts, and each touchpoint with its weights and bands.
std::string rules_text(const Rulebook& rulebook, const Phrases& say, const TextStyle& style);

}  // namespace touchstone
