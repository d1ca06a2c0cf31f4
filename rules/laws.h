#pragma once

// The laws and observations of touchpoints (Igor Mann and Dmitry Turusin), on which the rules rest.

#include <string>
#include <vector>

#include "rules/wording.h"

namespace touchstone {

struct Law {
  std::string id, text;  // "L2", "O13"
};

// The three laws, then the observations; in the language of the wording.
std::vector<Law> laws(const Wording& wording = {});

}  // namespace touchstone
