#pragma once

// A company that is nowhere on the Internet: what people scored of it is judged all the same, and
// the site is what it misses first.

#include <string>

#include "rules/judge.h"

namespace touchstone {

// Of `rulebook` only what no crawler sees, and the touchpoint "website".
Rulebook rulebook_without_site(const Rulebook& rulebook);

// The scorecard with the knowledge that there is no site.
Scorecard scorecard_without_site(Scorecard scorecard);

// `rulebook` and `scorecard` are those of the two functions above; they must outlive the audit.
Audit judge_without_site(const std::string& name, Time taken, const Rulebook& rulebook,
                         const Profile& profile, const Scorecard& scorecard);

}  // namespace touchstone
