// The scorecard: what people score, merged into the same scores; what they typed is never lost.

#include "rules/scorecard.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "rules/judge.h"
#include "tests/rules/rule_files.h"

using namespace touchstone;
using namespace touchstone::test;

namespace {

const char* const with_glow = R"({"id": "sign", "components": [
  {"id": "glow", "title": "Glow", "source": "manual", "weight": 10,
   "says": {"wow": "It shines.", "sucks": "It is dark."}, "fix": "Light it."}]})";

Scorecard card(const std::string& touchpoints) {
  return parse_scorecard({"card.json", R"({"touchpoints": [)" + touchpoints + "]}"},
                         load(with_glow));
}

std::string complaint(const std::string& touchpoints) {
  try {
    card(touchpoints);
    return "";
  } catch (const RuleError& error) {
    return error.what();
  }
}

// The entry judged as a touchpoint.
Touchpoint judged(const Scorecard& scorecard, const std::string& id, const Rulebook& rulebook) {
  return judge_touchpoint(*rulebook.find(id), {}, "local", scorecard.find(id));
}

std::optional<int> points_of(const std::string& entry) {
  const Scorecard scorecard = card(entry);
  const Rulebook rulebook = with_scorecard(load(with_glow), scorecard);
  return judged(scorecard, scorecard.entries[0].rule.id, rulebook).points;
}

struct Row {
  std::string entry;
  std::optional<int> points;
};

struct Mistake {
  std::string entry, complaint;
};

}  // namespace

TEST_CASE("a touchpoint that people scored has their points") {
  const auto row = GENERATE(
      Row{R"({"id": "card", "score": 7})", 70}, Row{R"({"id": "card"})", std::nullopt},
      Row{R"({"id": "card", "score": null, "present": "unknown"})", std::nullopt},
      Row{R"({"id": "card", "ratings": [9, 8, 10]})", 90},
      Row{R"({"id": "card", "ratings": [{"rater": "A", "score": 7}, {"rater": "B", "score": 10}]})",
          85},
      Row{R"({"id": "card", "components": [{"id": "a", "score": 10}, {"id": "b", "weight": 3, "score": 6}]})",
          70},
      Row{R"({"id": "card", "components": [{"id": "a", "components": [{"id": "b", "components": [
             {"id": "c", "score": 10}, {"id": "d", "score": 4}]}]}]})",
          70},
      Row{R"({"id": "card", "measure": {"unit": "min", "value": 8, "good": 10, "poor": 1440}})",
          88},
      Row{R"({"id": "card", "measure": {"unit": "min", "value": 60, "good": 10, "poor": 1440}})",
          79},
      Row{R"({"id": "card", "measure": {"unit": "min", "value": 1500, "good": 10, "poor": 1440}})",
          38},
      Row{R"({"id": "card", "measure": {"unit": "min", "value": null, "good": 10, "poor": 1440}})",
          std::nullopt},
      Row{R"({"id": "card", "measure": {"unit": "s", "value": 300, "least": 400, "good": 1800, "poor": 3600}})",
          50},
      Row{R"({"id": "card", "measure": {"unit": "s", "value": 400, "least": 400, "good": 1800, "poor": 3600}})",
          100},
      Row{R"({"id": "card", "score": 7, "chips": [{"id": "metal"}]})", 75});
  CAPTURE(row.entry);
  CHECK(points_of(row.entry) == row.points);
}

TEST_CASE("people score the parts that only people see, and the rest stays measured") {
  const Scorecard scorecard =
      card(R"({"id": "sign", "components": [{"id": "glow", "score": 10}]})");
  const Rulebook rulebook = with_scorecard(load(with_glow), scorecard);
  Facts facts;
  facts.say("height", 120);
  facts.say("lit", true);
  facts.say("words", "Huber");
  const auto& rule = *rulebook.find("sign");
  CHECK(judge_touchpoint(rule, facts, "local", scorecard.find("sign")).points == 100);
  const Touchpoint without = judge_touchpoint(rule, facts, "local");
  CHECK(without.reason == Reason::insufficient_evidence);
  CHECK(without.components.back().reason == Reason::manual_only);
}

TEST_CASE("a score of the whole replaces what was measured only with a word on why") {
  Facts facts;
  facts.say("height", 120);
  facts.say("lit", true);
  facts.say("words", "Huber");
  const Rulebook rulebook = load(std::vector<RuleFile>{});
  const auto judge = [&](const std::string& entry) {
    const Scorecard scorecard =
        parse_scorecard({"card.json", R"({"touchpoints": [)" + entry + "]}"}, rulebook);
    return *judge_touchpoint(*rulebook.find("sign"), facts, "local", scorecard.find("sign")).points;
  };
  CHECK(judge(R"({"id": "sign", "score": 2})") == 100);
  CHECK(judge(R"({"id": "sign", "score": 2, "override": true, "notes": "It fell down."})") == 20);
}

TEST_CASE("what is not there is missing or a choice, as its entry says") {
  const auto status = [](const std::string& entry) {
    const Scorecard scorecard = card(entry);
    return judged(scorecard, "card", with_scorecard(load(with_glow), scorecard)).status;
  };
  CHECK(status(R"({"id": "card", "present": "no"})") == Status::absent);
  CHECK(status(R"({"id": "card", "present": "no", "absence": "expected"})") == Status::missing);
  CHECK(status(R"({"id": "card", "present": "yes"})") == Status::not_assessed);
}

TEST_CASE("mistakes in a scorecard are told with their place") {
  const auto row = GENERATE(
      Mistake{R"({"id": "card", "scroe": 7})",
              "/touchpoints/0/scroe: unknown key \"scroe\"; did you mean \"score\"?"},
      Mistake{R"({"id": "card", "score": 11})", "11 is not from 0 to 10"},
      Mistake{R"({"id": "card", "score": "8"})",
              "a number from 0 to 10 is wanted here, such as 3.9, not a text"},
      Mistake{R"({"id": "card", "ratings": [9, 11]})",
              "/touchpoints/0/ratings/1: 11 is not from 0 to 10"},
      Mistake{R"({"id": "card", "group": "offline-paper"})", "did you mean \"offline-papers\"?"},
      Mistake{R"({"id": "card", "present": "maybe"})", "unknown word \"maybe\""},
      Mistake{R"({"id": "card"}, {"id": "card"})", "the id \"card\" is written twice"},
      Mistake{R"({"id": "card", "term": "medium"})", "unknown word \"medium\""},
      Mistake{R"({"id": "card", "measure": {"good": 1, "poor": 1}})",
              "must be two different numbers"},
      Mistake{R"({"id": "sign", "score": 3, "override": true})", "an override needs \"notes\""},
      Mistake{R"({"id": "sign", "components": [{"id": "size", "score": 3}]})",
              "people cannot score \"size\" of sign"});
  CAPTURE(row.entry);
  CHECK_THAT(complaint(row.entry), Catch::Contains(row.complaint));
}

TEST_CASE("a scorecard without a list of touchpoints is none") {
  CHECK_THROWS_WITH(parse_scorecard({"card.json", "{}"}, load_rulebook()),
                    Catch::Contains("\"touchpoints\" is missing"));
}

TEST_CASE("a new scorecard is sound, and reading and writing it changes no byte") {
  const Rulebook rulebook = load_rulebook();
  const ScorecardDraft draft{"", {{rulebook.find("favicon"), "assessed", "wow", 95}}, {}, {}};
  const std::string text = new_scorecard(draft, rulebook, {});
  const RuleFile file{"card.json", text};
  const Scorecard scorecard = parse_scorecard(file, rulebook);
  CHECK(scorecard.find("business-card"));
  CHECK(scorecard.find("favicon"));
  CHECK(new_scorecard({"", draft.seen, {}, file}, rulebook, {}) == text);
}

TEST_CASE("what people typed survives a new scorecard") {
  const RuleFile typed{"card.json", R"({"touchpoints": [
    {"id": "business-card", "score": 3, "notes": "Too thin.", "ideas": ["Metal"]},
    {"id": "our-own", "title": "Our own", "score": 9}]})"};
  const auto json =
      nlohmann::json::parse(new_scorecard({"reception", {}, {}, typed}, load_rulebook(), {}));
  CHECK(json["touchpoints"][0]["notes"] == "Too thin.");
  CHECK(json["touchpoints"][0]["score"] == 3);
  CHECK(json["touchpoints"][1]["id"] == "our-own");
  CHECK(json["touchpoints"][2]["id"] == "reception");
}

TEST_CASE("every template has entries, and an unknown one is told") {
  for (const auto& name : scorecard_templates()) {
    CAPTURE(name);
    const RuleFile file{"card.json", new_scorecard({name, {}, {}, {}}, load_rulebook(), {})};
    CHECK(parse_scorecard(file, load_rulebook()).entries.size() >= 3);
  }
  CHECK_THROWS_WITH(new_scorecard({"distribtor", {}, {}, {}}, load_rulebook(), {}),
                    "there is no template \"distribtor\"; did you mean \"distributor\"?");
}

TEST_CASE("an entry of the starter list needs no more than its id and what people say of it") {
  const Scorecard scorecard = card(R"(
      {"id": "word-of-mouth", "score": 2},
      {"id": "email-reply-minutes", "measure": {"value": 8}},
      {"id": "commercial-offer", "title": "Our offer",
       "components": [{"id": "design", "score": 9}, {"id": "smell", "title": "Smell", "score": 3}]},
      {"id": "market-stall", "score": 5})");
  const TouchpointRule& spoken = scorecard.entries[0].rule;
  CHECK(spoken.title == "Word of mouth");
  CHECK(spoken.group == "offline-advertising");
  CHECK_FALSE(spoken.remedy.empty());
  CHECK_FALSE(spoken.owner.empty());
  CHECK(scorecard.entries[0].points == 20);
  CHECK(scorecard.entries[1].points.value_or(0) >= 80);
  const ScorecardEntry& offer = scorecard.entries[2];
  CHECK(offer.rule.title == "Our offer");
  CHECK(offer.rule.importance == 8);
  REQUIRE(offer.rule.components.size() == 2);
  CHECK(offer.rule.components[0].title == "Design");
  CHECK(offer.parts.at("smell") == 30);
  CHECK(scorecard.entries[3].rule.title == "market-stall");
  CHECK(scorecard.entries[3].rule.group == "custom");
}
