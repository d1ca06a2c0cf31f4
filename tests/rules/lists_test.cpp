#include "rules/lists.h"

#include <catch2/catch.hpp>

#include <algorithm>

#include "tests/rules/company.h"

using namespace touchstone;
using namespace touchstone::test;

namespace {

std::vector<std::string> ids_of(const Picked& picked) {
  std::vector<std::string> ids;
  for (const Touchpoint* one : picked) ids.push_back(one->rule->id);
  return ids;
}

}  // namespace

TEST_CASE("every touchpoint below wow stands in exactly one of three lists, the important first") {
  Company company;
  company.add("gone", 4, 40, Status::missing);
  company.add("sign", 9, 20);
  company.add("door", 9, 79);
  company.add("floor", 3, 39);
  company.add("lamp", 8, 80);
  company.add("unseen", 9, std::nullopt);
  Audit audit;
  audit.touchpoints = company.touchpoints;
  const Lists lists = lists_of(audit);
  CHECK(ids_of(lists.create_wow) == std::vector<std::string>{"gone"});
  CHECK(ids_of(lists.remove_sucks) == std::vector<std::string>{"sign", "floor"});
  CHECK(ids_of(lists.lift_so_so) == std::vector<std::string>{"door"});
  CHECK(ids_of(lists.most_significant) ==
        std::vector<std::string>{"door", "sign", "lamp", "gone", "floor"});
}

TEST_CASE("quick wins are done within a day, and those that win most stand first") {
  Company company;
  company.add("small", 2, 70);
  company.add("large", 9, 20);
  company.add("slow", 10, 0).effort = "L";
  company.add("fine", 9, 90);
  Audit audit;
  audit.touchpoints = company.touchpoints;
  CHECK(ids_of(lists_of(audit).quick_wins) == std::vector<std::string>{"large", "small"});
}

TEST_CASE("what matters and has nothing to remember is named, hygiene is not") {
  Company company;
  company.add("plain", 8, 90);
  company.add("minor", 7, 90);
  company.add("clean", 9, 90).hygiene = true;
  company.add("bright", 9, 90);
  company.touchpoints.back().chips = {"joke"};
  Audit audit;
  audit.touchpoints = company.touchpoints;
  CHECK(ids_of(lists_of(audit).without_chip) == std::vector<std::string>{"plain"});
}

TEST_CASE("the first step is the first of the plan that takes no longer than a day") {
  Audit audit;
  CHECK(first_step(audit) == nullptr);
  audit.plan = {{"a", "", "", "", 1, 1, "L", ""}, {"b", "", "", "", 1, 1, "S", ""}};
  CHECK(first_step(audit)->touchpoint == "b");
  audit.plan.pop_back();
  CHECK(first_step(audit)->touchpoint == "a");
}

TEST_CASE("parts of the audit have scores of their own, and the so-so an opportunity") {
  Company company;
  company.add("online", 1, 60).positions = {"find"};
  company.add("card", 3, 40).positions = {"return"};
  company.rules.back().offline = true;
  company.add("reviews", 4, 100).control = "independent";
  Audit audit;
  audit.touchpoints = company.touchpoints;
  const SubScores scores = sub_scores_of(audit);
  CHECK(scores.online.points == 92);
  CHECK(scores.offline.points == 40);
  CHECK(scores.customer_sees.points == 73);
  CHECK(scores.start.points == 92);
  CHECK(scores.stay.points == 40);
  CHECK(scores.positions[0].second.points == 60);
  CHECK(scores.opportunity == 18);  // (1 * 20 + 3 * 40) / 8, rounded
}
