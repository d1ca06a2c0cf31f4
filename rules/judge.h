#pragma once

// Facts under a rulebook become an Audit. Pure and in integers: the same
// facts under the same rules give the same audit.

#include <optional>
#include <string>
#include <vector>

#include "rules/audit.h"
#include "rules/inspection.h"

namespace touchstone {

// Points of a number under a graded rule.
int graded_points(const Graded& graded, std::int64_t value);

// One touchpoint's verdict. `scored`: what people wrote of it, or null; it
// must outlive the touchpoint.
Touchpoint judge_touchpoint(const TouchpointRule& rule, const Facts& facts,
                            const std::string& profile, const ScorecardEntry* scored = nullptr);

// What `look` rules of users see of a site, added to the facts of the checks.
void add_looks(const Rulebook& rulebook, const Site& site, std::vector<Measured>& measured);

// The whole street from facts to Audit, under the profile that was guessed unless one is given.
// `rulebook` and `scorecard` must outlive the audit.
Audit judge(const Inspection& inspection, const Rulebook& rulebook,
            const std::optional<Profile>& profile = {}, const Scorecard& scorecard = {});

// inspect + judge, where nothing is stored between them.
Audit audit_site(const Site& site, const Rulebook& rulebook,
                 const std::optional<Profile>& profile = {}, const Scorecard& scorecard = {});

}  // namespace touchstone
