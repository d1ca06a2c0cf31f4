#pragma once

// The lists of an audit in words: what to create, remove, lift; what is quickly won.

#include <string>
#include <vector>

#include "reports/phrases.h"
#include "rules/lists.h"

namespace touchstone {

struct ToldList {
  std::string heading;
  std::vector<const Touchpoint*> items;  // into the audit
};

// Those that are not empty, in the order of acting.
std::vector<ToldList> tell_lists(const Audit& audit, const Phrases& say);

// "Title: what to do (who, by when)"; empty when there is nothing to do.
std::string tell_first_step(const Audit& audit, const Phrases& say);

// "online 6.8", "offline 7.1", "to start 6.5", "to stay 5.0" ...: those that have points.
std::vector<std::string> tell_sub_scores(const Audit& audit, const Phrases& say);

}  // namespace touchstone
