#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>

#include "rules/rule_parser.h"
#include "rules/rulebook.h"

using namespace touchstone;

TEST_CASE("the rules of the program load, in the customer's order") {
  const Rulebook rulebook = load_rulebook();
  REQUIRE_FALSE(rulebook.groups.empty());
  CHECK(rulebook.groups.front().id == "address");
  CHECK(rulebook.chains.size() == 10);
  CHECK(rulebook.version.starts_with("2026.11-"));
}

TEST_CASE("the rulebook's version changes with every byte") {
  const Rulebook plain = load_rulebook();
  CHECK(load_rulebook().version == plain.version);
  const RuleFile overlay{"mine.json", R"({"chains": []})"};
  CHECK(load_rulebook({overlay}).version != plain.version);
}

TEST_CASE("what customers meet again and again is looked at as often as its group wants, or more") {
  const Rulebook rulebook = load_rulebook();
  std::map<std::string, std::string> periods;
  for (const auto& group : rulebook.groups) periods[group.id] = group.period;
  const auto& names = period_names();
  const auto rank = [&](const std::string& period) {
    return std::find(names.begin(), names.end(), period) - names.begin();
  };
  for (const auto& rule : rulebook.touchpoints) {
    INFO(rule.id << " is " << rule.period << ", its group " << periods[rule.group]);
    CHECK((rule.frequency != "repeated" || rank(rule.period) <= rank(periods[rule.group])));
  }
}

TEST_CASE("there is a way of the customer for each channel that leads to a company") {
  std::set<std::string> channels;
  for (const auto& chain : load_rulebook().chains) channels.insert(chain.channel);
  for (const char* channel : {"print", "text-ad", "search", "social", "referral"}) {
    INFO(channel);
    CHECK(channels.contains(channel));
  }
}

TEST_CASE("what decides the sale is known, and rules may say otherwise") {
  const RuleFile overlay{"mine.json", R"({"touchpoints": [{"id": "blog", "sales": true},
                                           {"id": "phone-number", "sales": false}]})"};
  const Rulebook plain = load_rulebook(), mine = load_rulebook({overlay});
  CHECK(plain.find("price-list")->sales);
  CHECK(plain.find("phone-number")->sales);
  CHECK_FALSE(plain.find("blog")->sales);
  CHECK(mine.find("blog")->sales);
  CHECK_FALSE(mine.find("phone-number")->sales);
}
