#include <catch2/catch.hpp>

#include "rules/rulebook.h"

using namespace touchstone;

TEST_CASE("the rules of the program load, in the customer's order") {
  const Rulebook rulebook = load_rulebook();
  REQUIRE_FALSE(rulebook.groups.empty());
  CHECK(rulebook.groups.front().id == "address");
  CHECK(rulebook.chains.size() == 9);
  CHECK(rulebook.version.starts_with("2026.11-"));
}

TEST_CASE("the rulebook's version changes with every byte") {
  const Rulebook plain = load_rulebook();
  CHECK(load_rulebook().version == plain.version);
  const RuleFile overlay{"mine.json", R"({"chains": []})"};
  CHECK(load_rulebook({overlay}).version != plain.version);
}
