#include "history/changes.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "reports/json.h"
#include "tests/history/stored_audits.h"

namespace touchstone {

namespace {

struct Said {
  const char *touchpoint, *fact;
  Value value;
};

AuditStanding standing_with(const std::vector<Said>& said) {
  Inspection inspection = sample_inspection();
  for (const auto& one : said) say(inspection, one.touchpoint, one.fact, one.value);
  return standing_of(judge(inspection, built_in_rules()));
}

AuditStanding standing_without(const std::string& touchpoint) {
  Inspection inspection = sample_inspection();
  for (auto& one : inspection.measured) {
    if (one.touchpoint != touchpoint) continue;
    Facts unseen;
    for (const auto& [name, fact] : one.facts.all()) unseen.unknown(name, Reason::bot_challenge);
    one.facts = unseen;
  }
  return standing_of(judge(inspection, built_in_rules()));
}

// As if that could not be asked of the site.
AuditStanding standing_asked_less(const std::string& touchpoint, const std::string& fact) {
  Inspection inspection = sample_inspection();
  for (auto& one : inspection.measured) {
    if (one.touchpoint == touchpoint) one.facts.not_applicable(fact);
  }
  return standing_of(judge(inspection, built_in_rules()));
}

Value number(std::int64_t value) {
  return value;
}

}  // namespace

TEST_CASE("an audit held against itself has not changed") {
  CHECK(compare(standing_with({}), standing_with({})).empty());
}

TEST_CASE("a change names its touchpoint, with the old and the new value") {
  const AuditStanding before = standing_with({});
  const AuditStanding after =
      standing_with({{"favicon", "broken", number(1)}, {"favicon", "decoding", number(0)}});
  const Changes changes = compare(before, after);
  REQUIRE(changes.items.size() == 1);
  const Change& change = changes.items[0];
  CHECK(change.kind == ChangeKind::worse);
  CHECK(change.id() == "favicon");
  CHECK(change.before.verdict == Verdict::wow);
  CHECK(change.after.verdict == Verdict::sucks);
  REQUIRE(change.components.size() == 1);
  CHECK(change.components[0].after.id == "favicon.decodes");
  CHECK(change.components[0].before.value == "0");
  CHECK(change.components[0].after.value == "1");
  CHECK(change.counts());

  const Changes back = compare(after, before);
  REQUIRE(back.items.size() == 1);
  CHECK(back.items[0].kind == ChangeKind::better);
  CHECK_FALSE(back.items[0].counts());
}

TEST_CASE("a time counts as worse only when a second look sees it too") {
  const AuditStanding before = standing_with({});
  const AuditStanding slow =
      standing_with({{"ttfb", "first_byte", number(1700)}, {"ttfb", "server_wait", number(900)}});
  const Changes first = compare(before, slow);
  REQUIRE(first.find("ttfb"));
  CHECK(first.find("ttfb")->kind == ChangeKind::worse);
  CHECK_FALSE(first.find("ttfb")->firm);
  CHECK_FALSE(first.find("ttfb")->counts());
  CHECK(confirmed(first, compare(before, slow)).find("ttfb")->counts());
}

TEST_CASE("what one look saw and the other did not is no regression") {
  const AuditStanding before = standing_with({});
  const AuditStanding broken = standing_with({{"favicon", "decoding", number(0)}});
  const AuditStanding bare = standing_with({{"not-found-page", "server_default", true}});
  const Changes joined = confirmed(compare(before, broken), compare(before, bare));
  REQUIRE(joined.find("not-found-page"));
  CHECK(joined.find("not-found-page")->refuted);
  CHECK_FALSE(joined.find("not-found-page")->counts());
  CHECK_FALSE(joined.find("favicon"));
  CHECK_FALSE(has_regression(joined));
}

TEST_CASE("what two looks saw go missing, or come with a fault, is confirmed") {
  const AuditStanding bare = standing_asked_less("image-efficiency", "with_choice");
  const AuditStanding poor = standing_with({{"image-efficiency", "with_choice", number(0)}});
  const AuditStanding gone = standing_with({{"share-image", "present", false}});
  const Changes no_picture = compare(standing_with({}), gone);
  REQUIRE(no_picture.find("share-image"));
  CHECK(confirmed(no_picture, no_picture).find("share-image")->counts());
  const Changes fault = compare(bare, poor);
  REQUIRE(fault.find("image-efficiency"));
  CHECK(confirmed(fault, fault).find("image-efficiency")->counts());
}

TEST_CASE("what can no longer be seen is lost from sight, and seen again later") {
  const AuditStanding seen = standing_with({}), unseen = standing_without("favicon");
  const Changes lost = compare(seen, unseen), found = compare(unseen, seen);
  REQUIRE(lost.items.size() == 1);
  CHECK(lost.items[0].kind == ChangeKind::lost_sight);
  CHECK_FALSE(lost.items[0].counts());
  REQUIRE(found.items.size() == 1);
  CHECK(found.items[0].kind == ChangeKind::seen_again);
}

TEST_CASE("what goes missing where it is required is worse, and comes back as better") {
  const AuditStanding there = standing_with({});
  const AuditStanding missing = standing_with({{"favicon", "present", false}});
  const Changes changes = compare(there, missing);
  REQUIRE(changes.find("favicon"));
  CHECK(changes.find("favicon")->counts());
  CHECK(changes.find("favicon")->after.status == Status::missing);
  CHECK(compare(missing, there).find("favicon")->kind == ChangeKind::better);
}

TEST_CASE("an audit read from its JSON stands as it did") {
  const Audit audit = judge(sample_inspection(), built_in_rules());
  const AuditStanding standing = read_standing(write_json(audit), "audit.json");
  CHECK(standing.rulebook == audit.rulebook);
  CHECK(standing.points == audit.score.points);
  CHECK(standing.coverage == audit.score.coverage);
  CHECK(compare(standing, standing_of(audit)).empty());
  const Changes changes = compare(standing, standing_with({{"favicon", "decoding", number(0)}}));
  REQUIRE(changes.items.size() == 1);
  CHECK(changes.items[0].counts());
}

TEST_CASE("a file that is no audit is refused, and odd members are taken for absent") {
  for (const char* text : {"", "{", "[]", "{}", R"({"format": "touchstone-audit/2"})"}) {
    CHECK_THROWS_AS(read_standing(text, "a.json"), StandingError);
  }
  const AuditStanding odd = read_standing(
      R"({"format": "touchstone-audit/1", "score": 99, "taken": 3, "subject": [],
          "touchpoints": [1, {"id": 2, "score": -1, "components": [{"evidence": [1, {}]}]}]})",
      "a.json");
  CHECK_FALSE(odd.points);
  REQUIRE(odd.touchpoints.size() == 1);
  CHECK_FALSE(odd.touchpoints[0].points);
}

TEST_CASE("under other rules only verdicts of equal thresholds are compared") {
  AuditStanding before = standing_with({});
  AuditStanding after = standing_with(
      {{"favicon", "decoding", number(0)}, {"not-found-page", "server_default", true}});
  before.rulebook = "older";
  for (auto& touchpoint : before.touchpoints) {
    for (auto& one : touchpoint.components) {
      if (one.id == "favicon.size" || touchpoint.id == "not-found-page") one.threshold = "other";
    }
  }
  const Changes changes = compare(before, after);
  CHECK(changes.rules_changed);
  REQUIRE(changes.items.size() == 1);
  CHECK(changes.items[0].id() == "favicon");
  CHECK(changes.uncompared == std::vector<std::string>{"not-found-page"});
}

}  // namespace touchstone
