// Means over touchpoints, and the score of the company.

#include <catch2/catch.hpp>

#include "rules/chains.h"
#include "rules/scores.h"
#include "tests/rules/company.h"

using namespace touchstone;
using namespace touchstone::test;

namespace {

std::vector<Chain> chains_of(const Company& company) {
  std::vector<std::string> dropped;
  return judge_chains(company.rulebook, company.touchpoints, {}, dropped);
}

// An example worked out by hand.
Company example() {
  Company company;
  company.add("site-availability", 10, 100);
  company.add("estimated-lcp", 8, 62);
  company.add("home-headline", 8, 75);
  company.add("contact-page", 9, 85);
  company.add("phone-number", 9, 55);
  company.add("favicon", 5, 100);
  company.add("not-found-page", 5, 37);
  company.add("customer-reviews", 8, 40, Status::missing);
  company.add("privacy-policy", 7, std::nullopt);
  company.add("newsletter", 3, std::nullopt, Status::absent);
  company.chain(
      "search-to-contact", 9,
      {"site-availability", "estimated-lcp", "home-headline", "customer-reviews", "phone-number"});
  company.chain("lost-visitor", 5, {"not-found-page", "contact-page"});
  return company;
}

}  // namespace

TEST_CASE("the worked example gets 6.1") {
  const Company company = example();
  const Score base = score_of(company.touchpoints, [](const Touchpoint&) { return true; });
  CHECK(base.points == 70);
  CHECK(base.coverage == 89);
  const auto chains = chains_of(company);
  REQUIRE(chains.size() == 2);
  CHECK(chains[0].points == 40);
  CHECK(chains[1].points == 37);
  CHECK(chain_index(chains) == 39);
  const Score score = company_score(company.touchpoints, chains);
  CHECK(score.points == 61);
  CHECK(score.coverage == 89);
  CHECK(score.verdict() == Verdict::so_so);
}

TEST_CASE("without a chain to judge the touchpoints alone make the score") {
  const Company company = example();
  CHECK(company_score(company.touchpoints, {}).points == 70);
}

TEST_CASE("broken chains cap the company's score") {
  struct Row {
    int importance;  // of the broken chain
    bool other_chain;
    int points;
  };
  // B = 99; C = 0 alone, 67 or 69 beside the chains of 100.
  const auto row =
      GENERATE(Row{9, false, 39}, Row{8, false, 39}, Row{9, true, 79}, Row{8, true, 90});
  Company company;
  for (int i = 0; i < 99; ++i) company.add("t" + std::to_string(i), 1, 100);
  company.add("bad", 1, 0);
  company.chain("broken", row.importance, {"t0", "bad"});
  if (row.other_chain) {
    company.chain("good", 10, {"t0", "t1"});
    company.chain("better", 8, {"t2", "t1"});
  }
  CHECK(company_score(company.touchpoints, chains_of(company)).points == row.points);
}

TEST_CASE("a score under half of the coverage is not given") {
  Company company;
  company.add("seen", 5, 90);
  company.add("unseen", 5, std::nullopt);
  CHECK(company_score(company.touchpoints, {}).points == 90);
  CHECK(company_score(company.touchpoints, {}).coverage == 50);
  company.add("unseen too", 1, std::nullopt);
  CHECK_FALSE(company_score(company.touchpoints, {}).points);
  CHECK(company_score(company.touchpoints, {}).coverage == 45);
}

TEST_CASE("what others control is not the company's score") {
  Company company;
  company.add("own", 5, 90);
  company.add("partial", 5, 50).control = "partial";
  company.add("foreign", 5, 10).control = "independent";
  CHECK(company_score(company.touchpoints, {}).points == 70);
}

TEST_CASE("the first impression is made where people find and arrive") {
  Company company;
  company.add("found", 5, 90).positions = {"find"};
  company.add("arrived", 5, 50).positions = {"arrive", "look"};
  company.add("looked", 5, 0).positions = {"look"};
  CHECK(score_of(company.touchpoints, makes_first_impression).points == 70);
}

TEST_CASE("groups and composites are means of what they hold") {
  Company company;
  company.rulebook.groups = {{"group", "Group", "monthly", {}}, {"empty", "Empty", "monthly", {}}};
  company.rulebook.composites = {{"pair", "Pair", {"a", "b", "not-built"}, 0},
                                 {"single", "Single", {"a", "not-built"}, 0},
                                 {"dark", "Dark", {"b", "c"}, 0}};
  company.add("a", 2, 100);
  company.add("b", 1, 40);
  company.add("c", 9, std::nullopt);
  const auto groups = score_groups(company.touchpoints, company.rulebook);
  REQUIRE(groups.size() == 1);
  CHECK_FALSE(groups[0].score.points);
  CHECK(groups[0].score.coverage == 25);
  const auto composites = score_composites(company.touchpoints, company.rulebook);
  REQUIRE(composites.size() == 2);
  CHECK(composites[0].score.points == 80);
  CHECK(composites[0].members == std::vector<std::string>{"a", "b"});
  CHECK(composites[1].id == "dark");
  CHECK_FALSE(composites[1].score.points);
}

TEST_CASE("where nothing is to be seen nothing is hidden") {
  Company company;
  company.add("absent", 5, std::nullopt, Status::absent);
  const Score score = score_of(company.touchpoints, [](const Touchpoint&) { return true; });
  CHECK_FALSE(score.points);
  CHECK(score.coverage == 100);
}

TEST_CASE("ten means that everything is ten") {
  Company company;
  for (int i = 0; i < 30; ++i) company.add("touchpoint-" + std::to_string(i), 5, 100);
  CHECK(company_score(company.touchpoints, {}).points == 100);
  company.add("nearly", 1, 99);
  CHECK(company_score(company.touchpoints, {}).points == 99);
}
