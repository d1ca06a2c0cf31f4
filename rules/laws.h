#pragma once

// The laws and observations of touchpoints (Igor Mann and Dmitry Turusin), on which the rules rest.

#include <string>
#include <vector>

#include "rules/rulebook.h"

namespace touchstone {

struct Law {
  std::string id, text;  // "L2", "O13"
};

// The three laws, then the observations; in the language of the wording.
std::vector<Law> laws(const Wording& wording = {});

// The ids of those that a touchpoint rests on: "O1", "O11".
std::vector<std::string> laws_of(const TouchpointRule& rule);

// Their texts, each with its id: "An important touchpoint needs ... (O11)".
std::vector<std::string> told_laws_of(const TouchpointRule& rule, const Wording& wording = {});

}  // namespace touchstone
