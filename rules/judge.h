#pragma once

// Facts under a rulebook become an Audit (catalogue section 4). Pure and in integers: the same
// facts under the same rules give the same audit.

#include <optional>
#include <string>
#include <vector>

#include "rules/audit.h"

namespace touchstone {

// Points of a number under a graded rule (section 4.2).
int graded_points(const Graded& graded, std::int64_t value);

// One touchpoint's verdict (sections 4.2 to 4.5). `scored`: what people wrote of it, or null; it
// must outlive the touchpoint.
Touchpoint judge_touchpoint(const TouchpointRule& rule, const Facts& facts,
                            const std::string& profile, const ScorecardEntry* scored = nullptr);

// What `look` rules of users see of a site, added to the facts of the checks.
void add_looks(const Rulebook& rulebook, const Site& site, std::vector<Measured>& measured);

struct Profile {
  std::string id;
  bool guessed = true;
  std::string why;
};
Profile guess_profile(const Site& site, const Presence& presence);

// The whole street from facts to Audit. `rulebook` and `scorecard` must outlive the audit.
Audit judge(const Site& site, const Presence& presence, const std::vector<Measured>& measured,
            const Rulebook& rulebook, const Profile& profile, const Scorecard& scorecard = {});

// measure + look + judge, as the cli and the tests walk it. Without a profile one is guessed.
Audit audit_site(const Site& site, const Rulebook& rulebook,
                 const std::optional<Profile>& profile = {}, const Scorecard& scorecard = {});

}  // namespace touchstone
