#pragma once

// All that judging needs of a site, as a value: the measured facts with their evidence, and the
// frame in which they were measured. A Site is looked at once; its inspection can be stored,
// judged, and judged again under other rules, without the pages.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "checks/measuring.h"
#include "rules/audit.h"

namespace touchstone {

// What kind of company it is, which decides what may be missing.
struct Profile {
  std::string id;  // "local", "shop", ...
  bool guessed = true;
  std::string why;    // a key of Rulebook::profile_reasons, or a reason in words
  std::string where;  // the address that says so; mostly empty
};
Profile guess_profile(const Site& site, const Presence& presence);

// Its reason in the words of the rulebook.
std::string told_reason(const Profile& profile, const Rulebook& rulebook);

struct Inspection {
  std::string asked, answered, host, name;  // as in Audit
  Time taken{};
  std::int64_t elapsed_ms = 0;
  std::optional<Reason> closed;
  std::optional<BlockedBy> blocked;
  std::int64_t pages = 0, requests = 0, bytes = 0;
  std::vector<std::string> notes;
  bool unreached = false;        // nobody answered: no connection, no name
  bool home_unanswered = false;  // the home page brought no answer, for whatever reason
  std::optional<FaultKind> fault;
  Audit::Speed speed;
  Presence presence;
  SearchPreview search_preview;
  Profile profile;  // as guessed from the site
  std::vector<Measured> measured;
  // When a touchpoint was looked at, where it was not at `taken` but before: an audit of what was
  // due, joined with an older one.
  std::map<std::string, Time, std::less<>> looked;
};

// Every check and every `look` of the rulebook, measured. Pure; costs what the checks cost. Where
// `goes_on` says no the rest is left unknown, and a note says so.
Inspection inspect(const Site& site, const Rulebook& rulebook, const GoesOn& goes_on = {});

}  // namespace touchstone
