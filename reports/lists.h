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
  bool gains = false;                    // what each would win matters more than its points
};

// Those that are not empty, in the order of acting.
std::vector<ToldList> tell_lists(const Audit& audit, const Phrases& say);

// "Title: what to do (who, by when)"; empty when there is nothing to do.
std::string tell_first_step(const Audit& audit, const Phrases& say);

// One step of the customer's way: "finding 8.2", and its touchpoints, the weakest first.
struct ToldPosition {
  std::string heading;
  std::vector<const Touchpoint*> touchpoints;
};

// Those at which something was judged, in the customer's order.
std::vector<ToldPosition> tell_positions(const Audit& audit, const Phrases& say);

// "Prices 4.0; Call me back 5.5": the first of them, so many at most.
std::string tell_with_points(const Picked& touchpoints, std::size_t most, const Phrases& say);

// A plan item's deed for those who are no engineers.
std::string tell_plainly(const PlanItem& item);

// What a customer would say, then the cause: "“I am leaving.” The page takes nine seconds."
std::string tell_finding(const Touchpoint& touchpoint, const Phrases& say);

// "online 6.8", "offline 7.1", "to start 6.5", "to stay 5.0" ...: those that have points.
std::vector<std::string> tell_sub_scores(const Audit& audit, const Phrases& say);

}  // namespace touchstone
