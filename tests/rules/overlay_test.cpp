// Users' rule files laid over those of the program.

#include <catch2/catch.hpp>

#include "tests/rules/rule_files.h"

using namespace touchstone;
using namespace touchstone::test;

TEST_CASE("a member that is given replaces, the others stay") {
  const Rulebook rulebook = load(R"({"id": "sign", "importance": 10})");
  const TouchpointRule* sign = rulebook.find("sign");
  REQUIRE(sign);
  CHECK(sign->importance == 10);
  CHECK(sign->title == "The sign");
  CHECK(sign->components.size() == 2);
}

TEST_CASE("components and chips are replaced one by one, sentences entry by entry") {
  const Rulebook rulebook = load(R"({"id": "sign", "components": [
    {"id": "size", "weight": 9, "says": {"sucks": "Nobody sees it."}}
  ], "chips": [{"id": "joke", "title": "Funny"}]})");
  const TouchpointRule& sign = *rulebook.find("sign");
  REQUIRE(sign.components.size() == 2);
  CHECK(sign.components[0].weight == 9);
  CHECK(sign.components[0].says.at(Verdict::sucks) == "Nobody sees it.");
  CHECK(sign.components[0].says.at(Verdict::wow) == "It is read from afar.");
  CHECK(sign.chips[0].title == "Funny");
  CHECK(sign.chips[0].when.size() == 1);
}

TEST_CASE("null takes a member away, so that bands may take the place of cases") {
  const Rulebook rulebook = load(R"({"id": "sign", "components": [{"id": "size", "cases": null,
    "graded": {"best": 200, "good": 100, "poor": 50, "worst": 0}}]})");
  const Component& size = rulebook.find("sign")->components[0];
  CHECK(size.cases.empty());
  REQUIRE(size.graded);
  CHECK(size.graded->fact == "height");
}

TEST_CASE("off takes a touchpoint, a component, a chip, a composite or a chain away") {
  CHECK_FALSE(load(R"({"id": "sign", "off": true})").find("sign"));
  CHECK(load(R"({"id": "sign", "off": false})").find("sign"));
  const Rulebook less = load(R"({"id": "sign", "components": [{"id": "light", "off": true}],
                                 "chips": [{"id": "joke", "off": true}]})");
  CHECK(less.find("sign")->components.size() == 1);
  CHECK(less.find("sign")->chips.empty());
  CHECK(load(R"({"chains": [{"id": "walk-in", "off": true}]})").chains.empty());
  CHECK(load(R"({"composites": [{"id": "front", "off": true}]})").composites.empty());
}

TEST_CASE("later files lie over earlier ones") {
  const Rulebook rulebook = load(
      std::vector<RuleFile>{{"one.json", R"({"id": "sign", "importance": 2, "title": "One"})"},
                            {"two.json", R"({"touchpoints": [{"id": "sign", "title": "Two"}]})"}});
  CHECK(rulebook.find("sign")->importance == 2);
  CHECK(rulebook.find("sign")->title == "Two");
}

TEST_CASE("a touchpoint of the user's own is made of looks") {
  const Rulebook rulebook = load(R"({"id": "theme", "group": "inside", "title": "Theme colour",
    "components": [{"id": "colour", "title": "Colour", "fact": "theme_color",
      "look": {"xpath": "//meta[@name='theme-color']/@content", "pattern": "^#", "take": "exists"},
      "cases": [{"verdict": "wow", "when": {"theme_color": true}}, {"verdict": "so-so"}],
      "says": {"wow": "It has one.", "so-so": "It has none."}, "fix": "Add one."}]})");
  const TouchpointRule* theme = rulebook.find("theme");
  REQUIRE(theme);
  REQUIRE(theme->components[0].look);
  CHECK(theme->components[0].look->where == Look::Where::home);
  CHECK(theme->components[0].look->pattern == "^#");
  CHECK(theme->source == "mine.json");
}

TEST_CASE("touchpoints stand in the order of their groups, then of the group's list") {
  const std::string one = R"(", "title": "T", "components": [{"id": "a", "title": "A",
    "look": {"body": true}, "cases": [{"verdict": "wow"}], "says": {"wow": "Yes."}}]})";
  const Rulebook rulebook = load(R"({"touchpoints": [{"id": "hall", "group": "inside)" + one +
                                 R"(, {"id": "bell", "group": "street)" + one +
                                 R"(, {"id": "door", "group": "street)" + one + "]}");
  std::vector<std::string> ids;
  for (const auto& rule : rulebook.touchpoints) ids.push_back(rule.id);
  CHECK(ids == std::vector<std::string>{"sign", "door", "bell", "hall"});
}

TEST_CASE("the unit of a fact comes from its check") {
  const Rulebook rulebook = load(std::vector<RuleFile>{});
  CHECK(rulebook.find("sign")->components[0].unit == "cm");
  CHECK(rulebook.find("sign")->units.at("height") == "cm");
}

TEST_CASE("conditions are read as they are written") {
  using Op = Condition::Op;
  struct Row {
    std::string written;
    Op op;
    std::int64_t number, upper;
  };
  const auto row =
      GENERATE(Row{"\"< 16\"", Op::less, 16, 16}, Row{"\"<=40\"", Op::at_most, 40, 40},
               Row{"\"> 3\"", Op::more, 3, 3}, Row{"\">= -2\"", Op::at_least, -2, -2},
               Row{"\"16..47\"", Op::between, 16, 47}, Row{"\"-3 .. -1\"", Op::between, -3, -1},
               Row{"7", Op::equals, 0, 0}, Row{"\"absent\"", Op::is_absent, 0, 0},
               Row{"[\"a\", \"b\"]", Op::one_of, 0, 0}, Row{"\"a text\"", Op::equals, 0, 0},
               Row{"\"2x\"", Op::equals, 0, 0});
  CAPTURE(row.written);
  const Rulebook rulebook =
      load(R"({"id": "sign", "chips": [{"id": "joke", "when": {"height": )" + row.written + "}}]}");
  const Condition& condition = rulebook.find("sign")->chips[0].when[0];
  CHECK(condition.op == row.op);
  CHECK(condition.number == row.number);
  CHECK(condition.upper == row.upper);
}
