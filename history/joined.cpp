#include "history/joined.h"

#include <algorithm>

namespace touchstone {

Inspection joined(Inspection now, const Inspection& before, const TouchpointIds& due) {
  for (const auto& old : before.measured) {
    if (due.contains(old.touchpoint)) continue;
    const auto same =
        std::find_if(now.measured.begin(), now.measured.end(),
                     [&](const Measured& fresh) { return fresh.touchpoint == old.touchpoint; });
    if (same == now.measured.end()) continue;  // a rule that is no more
    same->facts = old.facts;
    const auto looked = before.looked.find(old.touchpoint);
    now.looked[std::string(old.touchpoint)] =
        looked == before.looked.end() ? before.taken : looked->second;
  }
  return now;
}

}  // namespace touchstone
