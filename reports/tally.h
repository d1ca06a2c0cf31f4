#pragma once

// What several reports count or pick from an Audit.

#include <string>
#include <vector>

#include "reports/phrases.h"
#include "rules/audit.h"

namespace touchstone {

struct Tally {
  int wow = 0, remembered = 0, so_so = 0, sucks = 0, missing = 0, not_assessed = 0;
};
Tally tally_of(const Audit& audit);

// "9 wow, of them 2 remembered, 6 so-so, 3 sucks": what is zero is left out.
std::string tell_tally(const Tally& tally, const Phrases& say);

// "6.8"; "-" when absent.
std::string tell_points(const std::optional<int>& points);

// Everything that would make people remember it, in one line.
std::string tell_chip_ideas(const TouchpointRule& rule, const Phrases& say);

// What kind of touchpoint it is: "online; interface; a matter of seconds; decides who comes".
std::string tell_nature(const Touchpoint& touchpoint, const Phrases& say);

// "wow", "so-so", "sucks", or the status where there is no verdict.
std::string tell_verdict(const Touchpoint& touchpoint, const Phrases& say);

// The component that costs the touchpoint most; null when none is below wow.
const Judgement* worst_component(const Touchpoint& touchpoint);

// "Jonas, by 13 March 2026": who is to do it, and when; how far it is where people said so.
std::string tell_who_when(const std::string& who, const std::string& by, const std::string& state,
                          const Phrases& say);

// What to say of a touchpoint in short: its worst component's sentence; of a wow its heaviest
// one's, and what is open all the same.
std::string tell_touchpoint(const Touchpoint& touchpoint, const Phrases& say);

std::string tell_reason(Reason reason, const Phrases& say);
std::string tell_chain(const Audit& audit, const Chain& chain, const Phrases& say);
// "From a banner to a manager (way in: banner)": with what leads customers to its start.
std::string tell_way(const ChainRule& chain, const Phrases& say);
// "400 customers, 40 % of those before"; empty where nobody counted them.
std::string tell_visitors(const ChainLink& link, const Phrases& say);
// "Title 8.9 → The site answers 7.9": the links in the customer's order.
std::string tell_links(const Audit& audit, const Chain& chain, const Phrases& say);
// Of a touchpoint or a composite.
std::string title_of(const Audit& audit, const std::string& id);

// The sentence under the score where there is none; empty otherwise.
std::string tell_why_no_score(const Audit& audit, const Phrases& say);

// Touchpoints of one group, in the audit's order.
std::vector<const Touchpoint*> touchpoints_of(const Audit& audit, const std::string& group);

}  // namespace touchstone
