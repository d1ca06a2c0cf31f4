#include "reports/notes.h"

#include <algorithm>
#include <chrono>
#include <map>

#include "reports/crawl_notes.h"
#include "reports/marks.h"
#include "reports/tally.h"
#include "rules/lists.h"
#include "rules/plan.h"
#include "site/media_type.h"

namespace touchstone {

namespace {

using Notes = std::vector<std::string>;

void count_inventory(const Audit& audit, const Phrases& say, Notes& notes) {
  const std::int64_t met =
      std::count_if(audit.touchpoints.begin(), audit.touchpoints.end(),
                    [](const Touchpoint& one) { return one.status == Status::assessed; });
  notes.push_back(tell_marks(met, say));
  const SubScores scores = sub_scores_of(audit);
  if (scores.live > 0) notes.push_back(say("note.live", {{"n", std::int64_t{scores.live}}}));
  if (scores.opportunity > 0) {
    notes.push_back(say("opportunity", {{"points", say.points(scores.opportunity)}}));
  }
  if (met < fewest_touchpoints) notes.push_back(say("note.few-touchpoints"));
}

// Law 1: each object has more than one touchpoint.
void look_at_objects(const Audit& audit, const Phrases& say, Notes& notes) {
  std::map<std::string, int> touchpoints;
  for (const auto& one : audit.touchpoints) {
    if (one.scored && !one.scored->object.empty()) ++touchpoints[one.scored->object];
  }
  for (const auto& [object, count] : touchpoints) {
    if (count == 1) notes.push_back(say("note.lone-touchpoint", {{"object", object}}));
  }
}

void look_at_chains(const Audit& audit, const Phrases& say, Notes& notes) {
  for (const auto& title : audit.dropped_chains) {
    notes.push_back(say("note.chain-dropped", {{"chain", title}}));
  }
  if (audit.chains.size() < 2) notes.push_back(say("note.few-chains"));
  std::string endless;
  for (const auto& chain : audit.chains) {
    if (!chain.final_chord)
      endless += (endless.empty() ? "" : say("separator.parts")) + chain.rule->title;
    for (const auto& next : audit.chains) {
      if (next.rule->id != chain.rule->next_chain) continue;
      notes.push_back(
          say("note.next-chain", {{"chain", chain.rule->title}, {"next", next.rule->title}}));
    }
  }
  if (!endless.empty()) notes.push_back(say("note.no-final-chord", {{"chains", endless}}));
}

void repeat_what_people_wrote(const Audit& audit, const Phrases& say, Notes& notes) {
  for (const auto& one : audit.touchpoints) {
    if (!one.scored || one.scored->notes.empty()) continue;
    notes.push_back(
        say("note.of-people", {{"touchpoint", one.rule->title}, {"text", one.scored->notes}}));
  }
}

// Law 3: what people set out to do, and whether this audit, made after it, sees it.
void follow_the_improvements(const Audit& audit, const Phrases& say, Notes& notes) {
  for (const auto& one : audit.touchpoints) {
    const std::string state = improvement_state(one);
    if (state.empty()) continue;
    const std::string& what = one.scored->improvement->what;
    notes.push_back(say("note.improvement", {{"touchpoint", one.rule->title},
                                             {"what", what.empty() ? one.rule->remedy : what},
                                             {"state", say("improvement." + state)}}));
  }
}

// Where only what was due was looked at: from when the others are, the oldest first.
void date_the_older(const Audit& audit, const Phrases& say, Notes& notes) {
  std::map<std::string, std::string> titles;  // by day
  for (const auto& one : audit.touchpoints) {
    if (!one.looked) continue;
    std::string& those = titles[format_rfc3339(*one.looked).substr(0, 10)];
    those += (those.empty() ? "" : say("separator.parts")) + one.rule->title;
  }
  for (const auto& [day, those] : titles) {
    notes.push_back(say("note.looked", {{"date", say.date(day)}, {"touchpoints", those}}));
  }
}

// O8: each touchpoint has a life of its own. One at its end that is still a wow may stay as it is.
void name_the_declining(const Audit& audit, const Phrases& say, Notes& notes) {
  std::string titles;
  for (const auto& one : audit.touchpoints) {
    const bool short_of_wow = one.status == Status::assessed && one.verdict != Verdict::wow;
    const bool ends = one.rule->stage == "decline" || one.rule->stage == "gone";
    if (!short_of_wow || !ends) continue;
    titles += (titles.empty() ? "" : say("separator.parts")) + one.rule->title;
  }
  if (!titles.empty()) notes.push_back(say("note.declining", {{"touchpoints", titles}}));
}

int days_of(const std::string& period) {
  if (period == "daily") return 1;
  if (period == "weekly") return 7;
  if (period == "quarterly") return 91;
  return period == "yearly" ? 365 : 30;
}

}  // namespace

std::string tell_conductor(const Audit& audit, const Phrases& say) {
  return audit.conductor.value_or("").empty() ? say("note.no-conductor") : std::string();
}

std::vector<std::string> notes_of(const Audit& audit, const Phrases& say) {
  Notes notes;
  for (const auto& note : audit.notes) {
    notes.push_back(note == interrupted_note ? say("note.interrupted")
                                             : tell_crawl_note(note, say));
  }
  // Else the plan says so.
  if (audit.plan.empty() && !tell_conductor(audit, say).empty()) {
    notes.push_back(tell_conductor(audit, say));
  }
  count_inventory(audit, say, notes);
  look_at_objects(audit, say, notes);
  look_at_chains(audit, say, notes);
  name_the_declining(audit, say, notes);
  follow_the_improvements(audit, say, notes);
  date_the_older(audit, say, notes);
  for (const auto& emphasis : audit.emphases) {
    const Touchpoint* touchpoint = audit.find(emphasis.touchpoint);
    notes.push_back(say("note.importance", {{"touchpoint", touchpoint->rule->title},
                                            {"from", static_cast<std::int64_t>(emphasis.from)},
                                            {"to", static_cast<std::int64_t>(emphasis.to)},
                                            {"why", emphasis.why}}));
  }
  repeat_what_people_wrote(audit, say, notes);
  return notes;
}

std::string tell_next_look(const Audit& audit, const Phrases& say) {
  int days = 365;
  for (const auto& one : audit.touchpoints) {
    const bool applies = one.counted() || one.status == Status::not_assessed;
    if (applies) days = std::min(days, days_of(one.rule->period));
  }
  const std::string day = format_rfc3339(audit.taken + std::chrono::hours(24 * days));
  return say("footer.next-look", {{"date", say.date(day)}});
}

}  // namespace touchstone
