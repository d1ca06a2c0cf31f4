#include "rules/without_site.h"

#include <catch2/catch.hpp>

#include "rules/scorecard.h"

using namespace touchstone;

namespace {

Audit audit_of(const std::string& card, Rulebook& rulebook, Scorecard& scorecard) {
  scorecard = parse_scorecard({"card.json", card}, load_rulebook());
  rulebook = rulebook_without_site(with_scorecard(load_rulebook(), scorecard));
  scorecard = scorecard_without_site(scorecard);
  return judge_without_site("Huber", Time{}, rulebook, {"local", true, "no-site", ""}, scorecard);
}

}  // namespace

TEST_CASE("without a site the website is missing, and what people scored counts") {
  Rulebook rulebook;
  Scorecard scorecard;
  const Audit audit = audit_of(R"({"touchpoints": [{"id": "stall", "score": 9.5},
      {"id": "van", "score": 8, "importance": 5}]})",
                               rulebook, scorecard);
  REQUIRE(audit.touchpoints.size() == 3);
  const Touchpoint* website = audit.find("website");
  REQUIRE(website);
  CHECK(website->status == Status::missing);
  CHECK(website->points == 0);
  CHECK(website->importance == 10);
  REQUIRE(audit.composites.size() == 1);
  CHECK(audit.composites[0].id == "website");
  CHECK(audit.composites[0].score.points == 0);
  CHECK(audit.find("stall")->points == 95);
  REQUIRE(audit.score.points);
  CHECK(*audit.score.points == 44);  // (95 * 5 + 80 * 5) / 20, rounded
  CHECK(audit.profile_why == "there is no site to tell it from");
  REQUIRE_FALSE(audit.plan.empty());
  CHECK(audit.plan[0].touchpoint == "website");
}

TEST_CASE("a score has one decimal at most") {
  const auto points = [](const std::string& score) {
    const auto card = parse_scorecard(
        {"card.json", R"({"touchpoints": [{"id": "stall", "score": )" + score + "}]}"},
        load_rulebook());
    return card.entries[0].points;
  };
  CHECK(points("3.9") == 39);
  CHECK(points("4") == 40);
  CHECK(points("10") == 100);
  CHECK(points("null") == std::nullopt);
  for (const char* wrong : {"10.1", "-0.1", "3.95", "1e300", "11", "99999999999999999999"}) {
    CAPTURE(wrong);
    CHECK_THROWS_AS(points(wrong), RuleError);
  }
}
