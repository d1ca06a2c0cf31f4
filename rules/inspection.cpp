#include "rules/inspection.h"

#include <algorithm>

#include "checks/search_preview.h"
#include "checks/speed.h"
#include "rules/company_name.h"
#include "rules/judge.h"

namespace touchstone {

namespace {

bool nobody_answers_home(const Site& site) {
  const Visit* home = site.visit(Role::home);
  return !home || home->fetch.status() == 0;
}

// Somebody who shows a bad certificate is there.
bool nobody_is_there(const Site& site) {
  const Visit* home = site.visit(Role::home);
  const bool refused_by_us = home && home->fetch.fault &&
                             (home->fetch.fault->kind == FaultKind::tls ||
                              home->fetch.fault->kind == FaultKind::interrupted);
  const bool heard = home && std::any_of(home->fetch.hops.begin(), home->fetch.hops.end(),
                                         [](const Hop& hop) { return hop.status != 0; });
  return nobody_answers_home(site) && !heard && !refused_by_us;
}

Audit::Speed speed_of(const Site& site) {
  const Speed speed = measure_speed(site);
  return {speed.first_byte_ms, speed.bytes, speed.requests, speed.fcp_ms, speed.lcp_ms};
}

}  // namespace

Inspection inspect(const Site& site, const Rulebook& rulebook, const GoesOn& goes_on) {
  const Recording& recording = site.recording();
  Inspection seen;
  seen.asked = recording.asked.href();
  seen.answered = site.home_url().href();
  seen.host = site.host();
  seen.name = company_name(site);
  seen.taken = recording.taken;
  seen.elapsed_ms = recording.elapsed_ms;
  seen.closed = site.closed_because();
  seen.blocked = site.blocked();
  seen.pages = static_cast<std::int64_t>(site.pages().size());
  seen.requests = recording.requests;
  seen.bytes = recording.bytes;
  seen.notes = recording.notes;
  seen.unreached = nobody_is_there(site);
  seen.home_unanswered = nobody_answers_home(site);
  if (const Visit* home = site.visit(Role::home); home && home->fetch.fault) {
    seen.fault = home->fetch.fault->kind;
  }
  seen.speed = speed_of(site);
  seen.presence = find_presence(site);
  seen.search_preview = preview_in_search(site);
  seen.profile = guess_profile(site, seen.presence);
  bool interrupted = false;
  const GoesOn wanted = [&] { return !(interrupted = interrupted || (goes_on && !goes_on())); };
  seen.measured = measure_while(wanted, site, seen.presence);
  if (interrupted) seen.notes.emplace_back("interrupted by the user");
  add_looks(rulebook, site, seen.measured);
  return seen;
}

}  // namespace touchstone
