// What comes first in a plan, and when.

#include <catch2/catch.hpp>

#include "rules/chains.h"
#include "rules/plan.h"
#include "tests/rules/company.h"

using namespace touchstone;
using namespace touchstone::test;

namespace {

const Time taken = std::chrono::sys_days(std::chrono::year(2026) / 2 / 11) + std::chrono::hours(23);

std::vector<PlanItem> plan_of(const Company& company) {
  std::vector<std::string> dropped;
  const auto chains = judge_chains(company.rulebook, company.touchpoints, {}, dropped);
  return make_plan(company.touchpoints, chains, taken);
}

std::vector<std::string> ids_of(const std::vector<PlanItem>& plan) {
  std::vector<std::string> ids;
  for (const auto& item : plan) ids.push_back(item.touchpoint);
  return ids;
}

}  // namespace

TEST_CASE("the worked priorities come in their order") {
  Company company;
  company.add("home-headline", 8, 75);
  company.add("estimated-lcp", 8, 62).effort = "M";
  company.add("customer-reviews", 8, 40, Status::missing).effort = "M";
  company.add("phone-number", 9, 55);
  company.add("not-found-page", 5, 37);
  company.add("good-enough", 10, 80);
  company.add("unseen", 10, std::nullopt);
  company.chain("lost-visitor", 5, {"not-found-page", "phone-number"});
  const auto plan = plan_of(company);
  REQUIRE(plan.size() == 5);
  const std::vector<std::pair<std::string, int>> expected{{"not-found-page", 3870},
                                                          {"phone-number", 2700},
                                                          {"customer-reviews", 2560},
                                                          {"estimated-lcp", 1152},
                                                          {"home-headline", 480}};
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CHECK(plan[i].touchpoint == expected[i].first);
    CHECK(plan[i].priority == expected[i].second);
  }
  CHECK(plan[0].gain == 43);
}

TEST_CASE("a day is said by the effort, half of it where customers are lost") {
  struct Row {
    std::string effort;
    bool breaks;
    std::string by;
  };
  const auto row = GENERATE(Row{"S", false, "2026-02-18"}, Row{"M", false, "2026-03-13"},
                            Row{"L", false, "2026-05-12"}, Row{"S", true, "2026-02-15"},
                            Row{"M", true, "2026-02-26"}, Row{"L", true, "2026-03-28"});
  Company company;
  company.add("good", 5, 90);
  company.add("bad", 5, 10).effort = row.effort;
  if (row.breaks) company.chain("chain", 5, {"good", "bad"});
  CHECK(plan_of(company)[0].by == row.by);
}

TEST_CASE("a break of a chain that matters little hurries nobody") {
  Company company;
  company.add("good", 5, 90);
  company.add("bad", 5, 10);
  company.chain("chain", 4, {"good", "bad"});
  CHECK(plan_of(company)[0].priority == 5 * 70 * 6 * 2);
}

TEST_CASE("each item says what, who and by when") {
  Company company;
  company.add("nobody", 5, 10).owner = "";
  company.add("somebody", 4, 10);
  Touchpoint& first = company.touchpoints[0];
  Judgement better, worse;
  better.points = 50;
  better.fix = "polish it";
  worse.points = 0;
  worse.fix = "mend it";
  first.components = {better, worse};
  const auto plan = plan_of(company);
  CHECK(plan[0].what == "mend it");
  CHECK(plan[0].who == "unassigned");
  CHECK(plan[1].what == "mend somebody");
  CHECK(plan[1].who == "webmaster");
}

TEST_CASE("what is short of wow for want of evidence alone asks nobody for work") {
  Company company;
  company.add("half-seen", 5, 79);
  company.touchpoints[0].partial = true;
  CHECK(plan_of(company).empty());
  Judgement worse;
  worse.points = 50;
  worse.fix = "mend it";
  company.touchpoints[0].components = {worse};
  CHECK(plan_of(company).size() == 1);
}

TEST_CASE("what is missing is to be made, not mended") {
  Company company;
  company.add("reviews", 5, 0, Status::missing).remedy = "ask three customers";
  Judgement worst;
  worst.points = 0;
  worst.fix = "mend it";
  company.touchpoints[0].components = {worst};
  CHECK(plan_of(company)[0].what == "ask three customers");
}

TEST_CASE("among equals what sells comes first, then what matters, then the id") {
  Company company;
  company.add("b", 5, 60);
  company.add("a", 5, 60);
  company.add("z", 5, 60).sales = true;
  company.add("y", 5, 60).sales = true;
  company.add("wide", 10, 70);
  CHECK(ids_of(plan_of(company)) == std::vector<std::string>{"y", "z", "wide", "a", "b"});
}

TEST_CASE("ten items are enough") {
  Company company;
  for (int i = 0; i < 12; ++i) company.add("t" + std::to_string(i), 5, 50);
  CHECK(plan_of(company).size() == 10);
}

TEST_CASE("what an item needs stands before it, also when they need each other") {
  Company company;
  company.add("logo", 9, 10).needs = {"policy", "not-in-the-plan"};
  company.add("policy", 5, 50).needs = {"records"};
  company.add("records", 1, 70);
  CHECK(ids_of(plan_of(company)) == std::vector<std::string>{"records", "policy", "logo"});
  company.rules[2].needs = {"logo"};
  CHECK(plan_of(company).size() == 3);
}

TEST_CASE("an improvement that is done is verified by an audit that finds nothing left to do") {
  struct Row {
    std::string state;
    int points;
    std::string told;
  };
  const auto row =
      GENERATE(Row{"planned", 30, "planned"}, Row{"in-progress", 90, "in-progress"},
               Row{"done", 30, "done"}, Row{"done", 79, "done"}, Row{"done", 80, "verified"});
  Company company;
  company.add("favicon", 5, row.points);
  ScorecardEntry entry;
  entry.improvement = Improvement{"draw it anew", "Mira", "2026-05-01", row.state};
  company.touchpoints[0].scored = &entry;
  CHECK(improvement_state(company.touchpoints[0]) == row.told);
  const auto plan = plan_of(company);
  if (row.points >= 80) {
    CHECK(plan.empty());
    return;
  }
  REQUIRE(plan.size() == 1);
  CHECK(plan[0].what == "draw it anew");
  CHECK(plan[0].who == "Mira");
  CHECK(plan[0].by == "2026-05-01");
  CHECK(plan[0].state == row.told);
}
