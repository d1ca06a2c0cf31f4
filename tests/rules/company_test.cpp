// The company file: what it may say, what it changes, and how its mistakes are told.

#include "rules/company.h"

#include <catch2/catch.hpp>

#include "tests/rules/rule_files.h"

using namespace touchstone;
using namespace touchstone::test;

namespace {

const char* const factors = R"({"factors": [
  {"id": "competition-high", "factor": "competition", "value": "high", "title": "competition is high",
   "groups": {"street": 1}, "touchpoints": {"sign": 2}, "absence": {"door": "optional"}, "plan": 5},
  {"id": "wish", "factor": "wish", "value": "file", "title": "the company file says so"},
  {"id": "season", "factor": "season", "value": "now", "title": "it is the season", "named": 2}]})";

Company parsed(const std::string& text) {
  return parse_company({"touchstone.json", text}, load(factors));
}

std::string complaint(const std::string& text) {
  try {
    parsed(text);
    return "";
  } catch (const RuleError& error) {
    return error.what();
  }
}

const TouchpointRule& sign_of(const Tailored& suit) {
  return *suit.rulebook.find("sign");
}

Tailored suit_of(const std::string& text, int month = 3) {
  return tailor(load(factors), parsed(text), month);
}

struct Row {
  std::string text, complaint;
};

}  // namespace

TEST_CASE("a company file that says nothing changes nothing") {
  const Tailored suit = suit_of("{}");
  CHECK(suit.changes.empty());
  CHECK(sign_of(suit).importance == 6);
  CHECK(suit.rulebook.plan_length == 10);
}

TEST_CASE("what is wrong in a company file is told with its place and what was meant") {
  const auto row = GENERATE(
      Row{R"({"nmae": "Huber"})",
          "touchstone.json: /nmae: unknown key \"nmae\"; did you mean \"name\"?"},
      Row{R"({"importances": {"sing": 3}})",
          "/importances/sing: unknown touchpoint \"sing\"; did you mean \"sign\"?"},
      Row{R"({"importances": {"sign": 11}})", "/importances/sign: 11 is not from 1 to 10"},
      Row{R"({"importances": {"sign": {"todya": 3}}})", "unknown key \"todya\""},
      Row{R"({"periods": {"sign": "dayly"}})", "unknown period \"dayly\"; did you mean \"daily\"?"},
      Row{R"({"profile": "shopp"})", "unknown profile \"shopp\"; did you mean \"shop\"?"},
      Row{R"({"countries": ["Germany"]})", "two letters are wanted, as in \"DE\""},
      Row{R"({"languages": ["d3"]})", "two letters are wanted, as in \"de\""},
      Row{R"({"countries": ["XX"]})", "\"XX\" is the code of no country"},
      Row{R"({"languages": ["xx"]})", "\"xx\" is the code of no language"},
      Row{R"({"name": "\u0007x"})", "/name: a character that nobody can print"},
      Row{R"({"site": "http://"})", "/site: \"http://\" is no web address"},
      Row{R"({"owners": {"sing": "Anna"}})", "unknown role or touchpoint \"sing\""},
      Row{R"({"rivals": [{"site": "rival.example"}]})", "\"name\" is missing"},
      Row{R"({"rivals": [{"name": "R", "scores": {"sign": 11}}]})", "11 is not from 0 to 10"},
      Row{R"({"factors": {"competition": "hgih"}})", "unknown competition \"hgih\""},
      Row{R"({"factors": {"competiton": "high"}})", "did you mean \"competition\"?"},
      Row{R"({"factors": {"season": [{"months": [13], "touchpoints": ["sign"]}]}})",
          "a month is from 1 to 12"},
      Row{R"({"horizon": "week"})", "/horizon: unknown word \"week\""},
      Row{"[]", "an object is wanted here"});
  CAPTURE(row.text);
  CHECK_THAT(complaint(row.text), Catch::Contains(row.complaint));
}

TEST_CASE("importances are wished, moved by circumstances and clamped, and each change is told") {
  struct Importance {
    std::string text;
    int month, importance;
    std::string why;
  };
  const auto row = GENERATE(
      Importance{R"({"importances": {"sign": 9}})", 3, 9, "the company file says so"},
      Importance{R"({"importances": {"sign": {"today": 2, "year": 8}}, "horizon": "year"})", 3, 8,
                 "the company file says so"},
      Importance{R"({"importances": {"sign": {"year": 8}}})", 3, 6, ""},
      Importance{R"({"factors": {"competition": "high"}})", 3, 9, "competition is high"},
      Importance{R"({"factors": {"season": [{"months": [3], "touchpoints": ["sign"]}]}})", 3, 8,
                 "it is the season"},
      Importance{R"({"factors": {"season": [{"months": [3], "touchpoints": ["sign"]}]}})", 4, 6,
                 ""},
      Importance{R"({"importances": {"sign": 9}, "factors": {"competition": "high"}})", 3, 10,
                 "the company file says so, competition is high"});
  CAPTURE(row.text);
  const Tailored suit = suit_of(row.text, row.month);
  CHECK(sign_of(suit).importance == row.importance);
  CHECK((suit.changes.empty() ? "" : suit.changes[0].why) == row.why);
}

TEST_CASE("owners stand by touchpoint before role, periods and the length of the plan follow") {
  const Tailored suit = suit_of(R"({"owners": {"sign": "Anna"}, "periods": {"sign": "daily"},
                                   "factors": {"competition": "high"}, "conductor": "Carla"})");
  CHECK(sign_of(suit).owner == "Anna");
  CHECK(sign_of(suit).period == "daily");
  CHECK(suit.rulebook.plan_length == 5);
  CHECK(suit_of(R"({"conductor": "Carla"})").rulebook.find("sign")->owner == "Carla");
}

TEST_CASE("names, codes and rivals are kept as written, codes in their usual case") {
  const Company company = parsed(R"({"name": "Huber", "brand_names": ["Huberbrot"],
    "countries": ["de"], "languages": ["DE"], "private": true, "site": "huber.example",
    "rivals": [{"name": "Maier", "site": "https://maier.example", "scores": {"sign": 7}}]})");
  CHECK(company.known.name == "Huber");
  CHECK(company.known.countries == std::vector<std::string>{"DE"});
  CHECK(company.known.languages == std::vector<std::string>{"de"});
  CHECK(company.known.closed_to_search);
  REQUIRE(company.rivals.size() == 1);
  CHECK(company.rivals[0].scores.at("sign") == 70);
}

TEST_CASE("chains of a company stand in the rulebook, and their mistakes name the file") {
  const RuleFile file{"touchstone.json", R"({"chains": [{"id": "mine", "title": "Mine", "links": [
    {"touchpoint": "sign", "role": "start"}, {"touchpoint": "sing", "role": "final"}]}]})"};
  const auto chains = chains_of(file);
  REQUIRE(chains);
  CHECK_THROWS_WITH(
      load(std::vector<RuleFile>{*chains}),
      Catch::Contains("touchstone.json: /chains/0/links/1/touchpoint: unknown touchpoint"));
  CHECK_FALSE(chains_of({"touchstone.json", "{}"}));
}

TEST_CASE("the company file says how old a touchpoint is, and who takes its mail") {
  CHECK(sign_of(suit_of(R"({"stages": {"sign": "gone"}})")).stage == "gone");
  CHECK_THAT(complaint(R"({"stages": {"sign": "declin"}})"), Catch::Contains("\"decline\""));
  const auto mail = parsed(R"({"mail": {"server": "smtps://mail.example", "sender": "a@b.example",
                                        "user": "a"}})")
                        .mail;
  CHECK(mail.server == "smtps://mail.example");
  CHECK(mail.user == "a");
  CHECK_THAT(complaint(R"({"mail": {"sender": "a@b.example"}})"), Catch::Contains("\"server\""));
}
