// The street from facts to Audit (catalogue section 4).

#include "rules/judge.h"

#include <algorithm>

#include "checks/speed.h"
#include "rules/chains.h"
#include "rules/company_name.h"
#include "rules/plan.h"
#include "rules/scores.h"

namespace touchstone {

namespace {

const Facts& facts_of(const std::vector<Measured>& measured, const std::string& touchpoint) {
  static const Facts none;
  for (const auto& one : measured) {
    if (one.touchpoint == touchpoint) return one.facts;
  }
  return none;
}

// A parked address is not the company's site: nothing on it is (catalogue section 3.6).
void close(Touchpoint& touchpoint, Reason reason) {
  touchpoint.status = Status::not_assessed;
  touchpoint.reason = reason;
  touchpoint.points.reset();
  touchpoint.verdict.reset();
  touchpoint.wow_kind.reset();
  touchpoint.chips.clear();
  touchpoint.partial = false;
  for (auto& one : touchpoint.components) {
    Judgement closed;
    closed.id = one.id;
    closed.title = one.title;
    closed.weight = one.weight;
    closed.severity = one.severity;
    closed.confidence = one.confidence;
    closed.unit = one.unit;
    closed.threshold = one.threshold;
    closed.reason = reason;
    one = std::move(closed);
  }
}

std::vector<Touchpoint> judge_touchpoints(const std::vector<Measured>& measured,
                                          const Rulebook& rulebook, const Profile& profile,
                                          const Scorecard& scorecard,
                                          std::optional<Reason> closed) {
  std::vector<Touchpoint> touchpoints;
  for (const auto& rule : rulebook.touchpoints) {
    touchpoints.push_back(
        judge_touchpoint(rule, facts_of(measured, rule.id), profile.id, scorecard.find(rule.id)));
    const bool of_site = !rule.lexical && !rule.offline;
    if (closed == Reason::parked && of_site) close(touchpoints.back(), Reason::parked);
  }
  return touchpoints;
}

// Whom, when and how much was seen.
Audit frame_of(const Site& site) {
  const Recording& recording = site.recording();
  Audit audit;
  audit.asked = recording.asked.href();
  audit.answered = site.home_url().href();
  audit.host = site.host();
  audit.name = company_name(site);
  audit.taken = recording.taken;
  audit.elapsed_ms = recording.elapsed_ms;
  audit.closed = site.closed_because();
  audit.blocked = site.blocked();
  audit.pages = static_cast<std::int64_t>(site.pages().size());
  audit.requests = recording.requests;
  audit.bytes = recording.bytes;
  audit.notes = recording.notes;
  return audit;
}

Audit::Speed speed_of(const Site& site) {
  const Speed speed = measure_speed(site);
  return {speed.first_byte_ms, speed.bytes, speed.requests, speed.fcp_ms, speed.lcp_ms};
}

bool home_unanswered(const Site& site) {
  const Visit* home = site.visit(Role::home);
  return !home || home->fetch.status() == 0;
}

// Somebody who shows a bad certificate is there.
bool nobody_answered(const Site& site) {
  const Visit* home = site.visit(Role::home);
  const bool refused_by_us = home && home->fetch.fault &&
                             (home->fetch.fault->kind == FaultKind::tls ||
                              home->fetch.fault->kind == FaultKind::interrupted);
  const bool heard = home && std::any_of(home->fetch.hops.begin(), home->fetch.hops.end(),
                                         [](const Hop& hop) { return hop.status != 0; });
  return home_unanswered(site) && !heard && !refused_by_us;
}

}  // namespace

Audit judge(const Site& site, const Presence& presence, const std::vector<Measured>& measured,
            const Rulebook& rulebook, const Profile& profile, const Scorecard& scorecard) {
  Audit audit = frame_of(site);
  audit.rulebook = rulebook.version;
  audit.profile = profile.id;
  audit.profile_why = profile.why;
  audit.profile_guessed = profile.guessed;
  audit.presence = presence;
  audit.speed = speed_of(site);
  audit.touchpoints = judge_touchpoints(measured, rulebook, profile, scorecard, audit.closed);
  audit.groups = score_groups(audit.touchpoints, rulebook);
  audit.composites = score_composites(audit.touchpoints, rulebook);
  std::vector<std::string> dropped;
  audit.chains = judge_chains(rulebook, audit.touchpoints, audit.composites, dropped);
  audit.dropped_chains = std::move(dropped);
  audit.first_impression = score_of(audit.touchpoints, makes_first_impression);
  audit.score = company_score(audit.touchpoints, audit.chains);
  audit.unreached = nobody_answered(site);
  if (const Visit* home = site.visit(Role::home); home && home->fetch.fault) {
    audit.fault = home->fetch.fault->kind;
  }
  if (audit.closed || home_unanswered(site)) {
    audit.score.points.reset();
    audit.first_impression.points.reset();
  }
  audit.plan = make_plan(audit.touchpoints, audit.chains, audit.taken, rulebook.plan_length);
  return audit;
}

Audit audit_site(const Site& site, const Rulebook& rulebook, const std::optional<Profile>& profile,
                 const Scorecard& scorecard) {
  const Presence presence = find_presence(site);
  std::vector<Measured> measured = measure(site, presence);
  add_looks(rulebook, site, measured);
  return judge(site, presence, measured, rulebook,
               profile ? *profile : guess_profile(site, presence), scorecard);
}

}  // namespace touchstone
