#pragma once

// A bad and a great example of a touchpoint, in the sentences that a report would say of them.

#include <string>

#include "rules/rulebook.h"

namespace touchstone {

struct Examples {
  std::string great, bad;  // empty where no sentence stands without a value
};

Examples examples_of(const TouchpointRule& rule);

}  // namespace touchstone
