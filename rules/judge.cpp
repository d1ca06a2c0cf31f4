// The street from facts to Audit.

#include "rules/judge.h"

#include <algorithm>

#include "rules/conclusion.h"

namespace touchstone {

namespace {

const Facts& facts_of(const std::vector<Measured>& measured, const std::string& touchpoint) {
  static const Facts none;
  for (const auto& one : measured) {
    if (one.touchpoint == touchpoint) return one.facts;
  }
  return none;
}

// A parked address is not the company's site: nothing on it is.
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

std::vector<Touchpoint> judge_touchpoints(const Inspection& seen, const Rulebook& rulebook,
                                          const Profile& profile, const Scorecard& scorecard) {
  std::vector<Touchpoint> touchpoints;
  for (const auto& rule : rulebook.touchpoints) {
    touchpoints.push_back(judge_touchpoint(rule, facts_of(seen.measured, rule.id), profile.id,
                                           scorecard.find(rule.id)));
    Touchpoint& touchpoint = touchpoints.back();
    const bool of_site = !rule.lexical && !rule.offline;
    if (seen.closed == Reason::parked && of_site) close(touchpoint, Reason::parked);
    if (const auto looked = seen.looked.find(rule.id); looked != seen.looked.end()) {
      touchpoint.looked = looked->second;
    }
  }
  return touchpoints;
}

bool stops_everybody(const Touchpoint& touchpoint) {
  return touchpoint.rule->offline ||
         std::any_of(touchpoint.components.begin(), touchpoint.components.end(),
                     [](const Judgement& one) {
                       return one.verdict == Verdict::sucks && one.severity == Severity::critical;
                     });
}

// Nobody wants to hear of trifles while no customer comes in.
void plan_what_stops_everybody(Audit& audit) {
  if (audit.closed != Reason::no_source && audit.closed != Reason::unavailable_503) return;
  for (auto* plan : {&audit.plan, &audit.later}) {
    std::erase_if(*plan, [&](const PlanItem& item) {
      const Touchpoint* touchpoint = audit.find(item.touchpoint);
      return touchpoint && !stops_everybody(*touchpoint);
    });
  }
}

// Whom, when and how much was seen.
Audit frame_of(const Inspection& seen) {
  Audit audit;
  audit.asked = seen.asked;
  audit.answered = seen.answered;
  audit.host = seen.host;
  audit.name = seen.name;
  audit.taken = seen.taken;
  audit.elapsed_ms = seen.elapsed_ms;
  audit.closed = seen.closed;
  audit.blocked = seen.blocked;
  audit.pages = seen.pages;
  audit.requests = seen.requests;
  audit.bytes = seen.bytes;
  audit.notes = seen.notes;
  audit.unreached = seen.unreached;
  audit.fault = seen.fault;
  audit.speed = seen.speed;
  audit.presence = seen.presence;
  audit.search_preview = seen.search_preview;
  return audit;
}

}  // namespace

Audit judge(const Inspection& seen, const Rulebook& rulebook,
            const std::optional<Profile>& given_profile, const Scorecard& scorecard) {
  const Profile& profile = given_profile ? *given_profile : seen.profile;
  Audit audit = frame_of(seen);
  audit.profile = profile.id;
  audit.profile_why = told_reason(profile, rulebook);
  audit.profile_guessed = profile.guessed;
  audit.touchpoints = judge_touchpoints(seen, rulebook, profile, scorecard);
  conclude(audit, rulebook);
  if (audit.closed || seen.home_unanswered) {
    audit.score.points.reset();
    audit.first_impression.points.reset();
    plan_what_stops_everybody(audit);
  }
  return audit;
}

Audit audit_site(const Site& site, const Rulebook& rulebook, const std::optional<Profile>& profile,
                 const Scorecard& scorecard) {
  return judge(inspect(site, rulebook), rulebook, profile, scorecard);
}

}  // namespace touchstone
