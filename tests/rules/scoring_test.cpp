// Numbers worked out by hand.

#include <catch2/catch.hpp>

#include "rules/arithmetic.h"
#include "rules/judge.h"
#include "tests/rules/rules.h"

using namespace touchstone;
using namespace touchstone::test;

TEST_CASE("a quotient is rounded half up") {
  CHECK(rdiv(4361, 62) == 70);
  CHECK(rdiv(545, 14) == 39);
  CHECK(rdiv(5, 2) == 3);
  CHECK(rdiv(4, 3) == 1);
}

TEST_CASE("points have a verdict") {
  CHECK(verdict_of(100) == Verdict::wow);
  CHECK(verdict_of(80) == Verdict::wow);
  CHECK(verdict_of(79) == Verdict::so_so);
  CHECK(verdict_of(40) == Verdict::so_so);
  CHECK(verdict_of(39) == Verdict::sucks);
  CHECK(verdict_of(0) == Verdict::sucks);
}

TEST_CASE("a number's points fall in straight lines and are good at good and poor at poor") {
  const Graded first_byte{"ttfb", 400, 800, 1800, 3600};
  const Graded share{"share", 100, 95, 50, 0};
  const auto [graded, value, points] = GENERATE_COPY(table<Graded, std::int64_t, int>({
      {first_byte, 0, 100},
      {first_byte, 400, 100},
      {first_byte, 600, 90},
      {first_byte, 800, 80},
      {first_byte, 801, 79},
      {first_byte, 1300, 60},
      {first_byte, 1800, 40},
      {first_byte, 1801, 39},
      {first_byte, 2700, 20},
      {first_byte, 3600, 0},
      {first_byte, 3601, 0},
      {first_byte, INT64_MAX, 0},
      {first_byte, INT64_MIN, 100},
      {share, 100, 100},
      {share, 95, 80},
      {share, 94, 79},
      {share, 70, 58},
      {share, 50, 40},
      {share, 49, 39},
      {share, 10, 8},
      {share, 0, 0},
      {share, INT64_MIN, 0},
      {share, INT64_MAX, 100},
  }));
  CAPTURE(value);
  CHECK(graded_points(graded, value) == points);
}

TEST_CASE("the worked pages for what is not there get their points") {
  // status, own page, home link, navigation, search, contact, language, wording
  struct Row {
    const char* name;
    std::vector<int> verdicts;  // 2 wow, 1 so-so, 0 sucks
    bool chip;
    int points;
    Verdict verdict;
  };
  const auto row = GENERATE(
      Row{"a good page", {2, 2, 2, 2, 0, 1, 2, 1}, false, 84, Verdict::wow},
      Row{"a good page with a joke", {2, 2, 2, 2, 0, 1, 2, 1}, true, 89, Verdict::wow},
      Row{"a bare server page", {2, 0, 0, 0, 0, 0, 0, 1}, false, 31, Verdict::sucks},
      Row{"a soft 404 with a beautiful page", {0, 2, 2, 2, 2, 2, 2, 2}, false, 39, Verdict::sucks});
  CAPTURE(row.name);
  const TouchpointRule rule = not_found_rule();
  Facts facts;
  for (std::size_t i = 0; i < row.verdicts.size(); ++i) {
    facts.say(rule.components[i].fact, row.verdicts[i]);
  }
  facts.say("joke", Value(row.chip));
  const Touchpoint touchpoint = judge_touchpoint(rule, facts, "b2b");
  CHECK(touchpoint.points == row.points);
  CHECK(touchpoint.verdict == row.verdict);
}

TEST_CASE("a critical component that sucks is named as the cap, and perfecting it wins most") {
  const TouchpointRule rule = not_found_rule();
  Facts facts;
  for (const auto& component : rule.components) facts.say(component.fact, 2);
  facts.say("status", 0);
  facts.say("joke", Value(true));
  const Touchpoint touchpoint = judge_touchpoint(rule, facts, "b2b");
  CHECK(touchpoint.components[0].cap == "critical");
  CHECK(touchpoint.components[0].gain == 61);
  CHECK(touchpoint.components[1].gain == 0);
  CHECK(touchpoint.chips.empty());
}

TEST_CASE("a major component that sucks keeps the touchpoint from wow") {
  TouchpointRule rule;
  rule.id = "thing";
  rule.components = {component("a", 9, Severity::minor), component("b", 1, Severity::major)};
  Facts facts;
  facts.say("a", 2);
  facts.say("b", 0);
  const Touchpoint touchpoint = judge_touchpoint(rule, facts, "b2b");
  CHECK(touchpoint.points == 79);
  CHECK(touchpoint.components[1].cap == "major");
  CHECK(touchpoint.components[0].cap.empty());
}

TEST_CASE("nobody gets wow on partial evidence") {
  TouchpointRule rule;
  rule.id = "thing";
  rule.components = {component("a", 7, Severity::minor), component("b", 3, Severity::minor)};
  Facts facts;
  facts.say("a", 2);
  facts.unknown("b", Reason::timeout);
  SECTION("under four fifths of the weight") {
    const Touchpoint touchpoint = judge_touchpoint(rule, facts, "b2b");
    CHECK(touchpoint.points == 79);
    CHECK(touchpoint.partial);
  }
  SECTION("from four fifths on it may") {
    rule.components[0].weight = 8;
    rule.components[1].weight = 2;
    const Touchpoint touchpoint = judge_touchpoint(rule, facts, "b2b");
    CHECK(touchpoint.points == 100);
    CHECK_FALSE(touchpoint.partial);
  }
}

TEST_CASE("too little evidence is no verdict, unless a critical component sucks") {
  TouchpointRule rule;
  rule.id = "thing";
  rule.components = {component("a", 4, Severity::critical), component("b", 5, Severity::minor)};
  Facts facts;
  facts.unknown("b", Reason::blocked_403);
  SECTION("insufficient") {
    facts.say("a", 2);
    const Touchpoint touchpoint = judge_touchpoint(rule, facts, "b2b");
    CHECK(touchpoint.status == Status::not_assessed);
    CHECK(touchpoint.reason == Reason::insufficient_evidence);
    CHECK_FALSE(touchpoint.points);
    CHECK_FALSE(touchpoint.verdict);
  }
  SECTION("one false step is enough") {
    facts.say("a", 0);
    const Touchpoint touchpoint = judge_touchpoint(rule, facts, "b2b");
    CHECK(touchpoint.points == 0);
    CHECK(touchpoint.verdict == Verdict::sucks);
  }
  SECTION("nothing seen at all: the reason of most of the weight") {
    facts.unknown("a", Reason::timeout);
    const Touchpoint touchpoint = judge_touchpoint(rule, facts, "b2b");
    CHECK(touchpoint.reason == Reason::blocked_403);
  }
  SECTION("a component that does not apply leaves the weight") {
    facts.say("a", 2);
    facts.not_applicable("b");
    CHECK(judge_touchpoint(rule, facts, "b2b").points == 100);
  }
  SECTION("nothing applies") {
    facts.not_applicable("a");
    facts.not_applicable("b");
    CHECK(judge_touchpoint(rule, facts, "b2b").status == Status::not_applicable);
  }
}

TEST_CASE("what an estimate or a single signal calls bad is so-so") {
  struct Row {
    Confidence confidence;
    int signals, points;
    bool unconfirmed;
  };
  const auto row =
      GENERATE(Row{Confidence::measured, 1, 0, false}, Row{Confidence::heuristic, 1, 40, true},
               Row{Confidence::heuristic, 2, 0, false}, Row{Confidence::estimate, 2, 40, false});
  TouchpointRule rule;
  rule.id = "thing";
  rule.components = {component("a", 1, Severity::minor)};
  rule.components[0].confidence = row.confidence;
  Facts facts;
  facts.say("a", 0).signals = row.signals;
  const Touchpoint touchpoint = judge_touchpoint(rule, facts, "b2b");
  CHECK(touchpoint.points == row.points);
  CHECK(touchpoint.components[0].unconfirmed == row.unconfirmed);
  CHECK(touchpoint.components[0].says == "a sucks");
}

TEST_CASE("what is provably not there is missing as its absence says, for the profile") {
  struct Row {
    Absence absence;
    std::optional<int> points;
    Status status;
  };
  const auto row = GENERATE(Row{Absence::required, 0, Status::missing},
                            Row{Absence::expected, 40, Status::missing},
                            Row{Absence::optional, std::nullopt, Status::absent});
  TouchpointRule rule;
  rule.id = "thing";
  rule.components = {component("a", 1, Severity::critical)};
  Condition absent;
  absent.fact = "present";
  absent.value = false;
  rule.missing = {absent};
  Facts facts;
  facts.say("a", 0);
  facts.say("present", Value(false));
  SECTION("by default") {
    rule.absence = row.absence;
    const Touchpoint touchpoint = judge_touchpoint(rule, facts, "b2b");
    CHECK(touchpoint.status == row.status);
    CHECK(touchpoint.points == row.points);
  }
  SECTION("by profile") {
    rule.absence = Absence::required;
    rule.absence_by_profile["person"] = row.absence;
    const Touchpoint touchpoint = judge_touchpoint(rule, facts, "person");
    CHECK(touchpoint.status == row.status);
    CHECK(touchpoint.points == row.points);
  }
  SECTION("what nobody could see is not missing") {
    rule.absence = row.absence;
    facts.unknown("present", Reason::js_rendered);
    CHECK(judge_touchpoint(rule, facts, "b2b").status == Status::assessed);
  }
}

TEST_CASE("a wow is remembered by a chip, and standard without one or by hygiene") {
  TouchpointRule rule;
  rule.id = "thing";
  rule.components = {component("a", 1, Severity::minor)};
  Condition joke;
  joke.fact = "joke";
  joke.value = true;
  rule.chips = {{"joke", "A joke", {joke}}};
  Facts facts;
  facts.say("a", 2);
  facts.say("joke", Value(true));
  CHECK(judge_touchpoint(rule, facts, "b2b").wow_kind == "remembered");
  CHECK(judge_touchpoint(rule, facts, "b2b").chips == std::vector<std::string>{"joke"});
  rule.hygiene = true;
  CHECK(judge_touchpoint(rule, facts, "b2b").wow_kind == "standard");
  rule.hygiene = false;
  facts.say("joke", Value(false));
  CHECK(judge_touchpoint(rule, facts, "b2b").wow_kind == "standard");
  facts.say("a", 1);
  CHECK_FALSE(judge_touchpoint(rule, facts, "b2b").wow_kind);
}

TEST_CASE("more than four chips win no more than twenty points") {
  TouchpointRule rule;
  rule.id = "thing";
  rule.components = {component("a", 1, Severity::minor)};
  Facts facts;
  facts.say("a", 1);
  for (const char* id : {"c1", "c2", "c3", "c4", "c5"}) {
    Condition holds;
    holds.fact = id;
    holds.value = true;
    rule.chips.push_back({id, id, {holds}});
    facts.say(id, Value(true));
  }
  CHECK(judge_touchpoint(rule, facts, "b2b").points == 70);
}

TEST_CASE("what only a person sees is not assessed, and lowers what was seen") {
  TouchpointRule rule = test::not_found_rule();
  Component seen = test::component("seen", 4, Severity::minor);
  seen.manual = true;
  rule.components = {seen};
  const Touchpoint touchpoint = judge_touchpoint(rule, {}, "b2b");
  CHECK(touchpoint.status == Status::not_assessed);
  CHECK(touchpoint.reason == Reason::manual_only);
  CHECK(rule.components[0].criterion(Verdict::wow, nullptr) == "seen wow");
}
