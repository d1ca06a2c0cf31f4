// What a report notes beside the verdicts.

#include "reports/notes.h"

#include <catch2/catch.hpp>

#include "reports/html.h"
#include "reports/markdown.h"
#include "reports/text.h"
#include "tests/reports/sample_audit.h"

using namespace touchstone;

namespace {

const Phrases say("en");

std::string noted(const Audit& audit) {
  std::string all;
  for (const auto& note : notes_of(audit, say)) all += note + "\n";
  return all;
}

Audit audit_of(std::size_t touchpoints) {
  Audit audit = sample_audit();
  audit.touchpoints.resize(1);
  audit.touchpoints.resize(touchpoints, audit.touchpoints.front());
  return audit;
}

}  // namespace

TEST_CASE("the inventory is counted up to the next mark") {
  CHECK_THAT(noted(audit_of(31)),
             Catch::Contains("31 touchpoints met: that beats 10 and 30; the next mark is 50."));
  CHECK_THAT(noted(audit_of(1)), Catch::Contains("1 touchpoint met; the first mark is 10."));
  CHECK_THAT(noted(audit_of(100)), Catch::Contains("100 touchpoints met: more than most"));
}

TEST_CASE("nine touchpoints are few, ten are not") {
  CHECK_THAT(noted(audit_of(9)), Catch::Contains("Fewer than ten"));
  CHECK_THAT(noted(audit_of(10)), !Catch::Contains("Fewer than ten"));
}

TEST_CASE("what every so-so costs is told") {
  CHECK_THAT(noted(sample_audit()), Catch::Contains("falls 0.8 points short of wow"));
}

TEST_CASE("a company without a conductor is told so") {
  Audit audit = sample_audit();
  for (const auto& nobody : {std::optional<std::string>(), std::optional<std::string>("")}) {
    audit.conductor = nobody;
    CHECK_THAT(write_text(audit, say, {}, {}), Catch::Contains("What to do first") &&
                                                   Catch::Contains("! Nobody is named who keeps"));
  }
  audit.conductor = "Carla";
  CHECK_THAT(write_text(audit, say, {}, {}), !Catch::Contains("Nobody is named"));
  audit.plan.clear();
  CHECK(tell_conductor(audit, say).empty());
  audit.conductor.reset();
  CHECK_THAT(noted(audit), Catch::Contains("\"conductor\""));
}

TEST_CASE("an object of a single touchpoint asks to look again") {
  ScorecardEntry card, stall;
  card.object = stall.object = "stall";
  stall.notes = "Wet when it rains.";
  Audit audit = audit_of(2);
  audit.touchpoints[0].scored = &stall;
  CHECK_THAT(noted(audit), Catch::Contains("Only one touchpoint is written down of this: stall."));
  CHECK_THAT(noted(audit), Catch::Contains("Favicon: Wet when it rains."));
  audit.touchpoints[1].scored = &card;
  CHECK_THAT(noted(audit), !Catch::Contains("Only one touchpoint"));
}

TEST_CASE("people and what declines are named") {
  TouchpointRule fax = *sample_audit().touchpoints[0].rule;
  fax.title = "Fax";
  fax.stage = "decline";
  fax.live = true;
  Audit audit = audit_of(2);
  CHECK_THAT(noted(audit), !Catch::Contains("end of their life"));
  audit.touchpoints[1].rule = &fax;
  CHECK_THAT(noted(audit), !Catch::Contains("end of their life"));
  audit.touchpoints[1].verdict = Verdict::so_so;
  CHECK_THAT(noted(audit), Catch::Contains("should be spent on them: Fax.") &&
                               Catch::Contains("At 1 of them customers meet people."));
}

TEST_CASE("one chain is too few, and chains lead on to each other or just end") {
  ChainRule rule;
  rule.id = rule.next_chain = "round";
  rule.title = "Round and round";
  Audit audit = sample_audit();
  CHECK_THAT(noted(audit), Catch::Contains("at least two chains"));
  audit.chains.emplace_back().rule = &rule;
  CHECK_THAT(noted(audit), !Catch::Contains("at least two chains") &&
                               Catch::Contains("Round and round, the next one begins: Round"));
  audit.chains.back().final_chord = false;
  CHECK_THAT(noted(audit), Catch::Contains("they just end: Round and round."));
}

TEST_CASE("every report ends with the day of the next look, by the shortest period") {
  const std::string ending = "look again by March 13, 2026";
  for (const auto& report : {write_text(sample_audit(), say, {}), write_html(sample_audit(), say),
                             write_markdown(sample_audit(), say)}) {
    CHECK_THAT(report, Catch::Contains(ending));
  }
}
