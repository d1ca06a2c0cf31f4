// Companies side by side: who leads, what is the same, what to borrow and to protect.

#include "reports/comparison.h"

#include <catch2/catch.hpp>

#include "reports/own_voice.h"
#include "tests/reports/contenders.h"

using namespace touchstone;

namespace {

using Sides = std::vector<Contender>;

const ComparedTouchpoint& row(const Comparison& comparison, const std::string& id) {
  const ComparedTouchpoint* found = comparison.find(id);
  REQUIRE(found);
  return *found;
}

std::vector<std::string> borrowed(const Comparison& comparison) {
  std::vector<std::string> told;
  for (const auto& one : comparison.borrow) {
    told.push_back(one.touchpoint + (one.chip ? ":" + *one.chip : "") + "@" +
                   std::to_string(one.from));
  }
  return told;
}

}  // namespace

TEST_CASE("a clear point makes the leader, less is level") {
  struct Row {
    const char* what;
    int ours;
    std::vector<int> rivals;
    Standing standing;
    std::optional<std::size_t> leader;
    int gap, median;
  };
  for (const Row& each : {
           Row{"a point ahead of the best", 80, {70, 20}, Standing::lead, 0, -10, 20},
           Row{"just under a point ahead", 79, {70, 20}, Standing::level, {}, -9, 20},
           Row{"just under a point behind", 61, {70, 20}, Standing::level, {}, 9, 20},
           Row{"a point behind the second rival", 60, {20, 70}, Standing::behind, 2, 10, 20},
           Row{"the first of equal rivals leads", 0, {70, 70, 10}, Standing::behind, 1, 70, 70},
           Row{"of four the lower median", 50, {10, 20, 30, 40}, Standing::lead, 0, -10, 20},
       }) {
    INFO(each.what);
    Sides sides{contender("we", {{"favicon", each.ours}})};
    for (const int points : each.rivals) sides.push_back(contender("they", {{"favicon", points}}));
    const Comparison comparison = compare(sides, rules());
    const ComparedTouchpoint& one = row(comparison, "favicon");
    CHECK(one.standing == each.standing);
    CHECK(one.leader == each.leader);
    CHECK(one.gap == each.gap);
    CHECK(one.median == each.median);
  }
}

TEST_CASE("same as all is below wow, near the median, and everybody close together") {
  struct Row {
    const char* what;
    int ours;
    std::vector<int> rivals;
    bool same, free_field;
  };
  for (const Row& each : {
           Row{"all alike", 60, {60, 65, 58}, true, false},
           Row{"a wow is no sameness", 80, {80, 82}, false, false},
           Row{"one stands out", 60, {60, 71}, false, false},
           Row{"at the edges", 65, {60, 70, 60}, true, false},
           Row{"too far from the median", 66, {60, 60, 70}, false, false},
           Row{"everybody's sucks", 10, {39, 0}, false, true},
           Row{"one is at 4.0", 10, {40, 0}, false, false},
       }) {
    INFO(each.what);
    Sides sides{contender("we", {{"favicon", each.ours}})};
    for (const int points : each.rivals) sides.push_back(contender("they", {{"favicon", points}}));
    const ComparedTouchpoint one = row(compare(sides, rules()), "favicon");
    CHECK(one.same_as_all == each.same);
    CHECK(one.free_field == each.free_field);
  }
}

TEST_CASE("the index of sameness weighs by importance and warns from half on") {
  Sides sides{contender("we", {{"favicon", 60}, {"page-title", 60}}),
              contender("they", {{"favicon", 62}, {"page-title", 90}})};
  sides[0].audit.touchpoints[0].importance = 4;
  sides[0].audit.touchpoints[1].importance = 5;
  CHECK(compare(sides, rules()).sameness == 44);
  CHECK_FALSE(compare(sides, rules()).too_alike);
  sides[0].audit.touchpoints[0].importance = 5;
  CHECK(compare(sides, rules()).sameness == 50);
  CHECK(compare(sides, rules()).too_alike);
}

TEST_CASE("what has no points here or at every rival is incomparable, with the reason") {
  struct Row {
    const char* why;
    Status ours, theirs;
  };
  for (const Row& each : {
           Row{"unseen-ours", Status::not_assessed, Status::assessed},
           Row{"absent-ours", Status::absent, Status::assessed},
           Row{"not-applicable", Status::not_applicable, Status::assessed},
           Row{"unseen-rivals", Status::assessed, Status::not_assessed},
           Row{"absent-rivals", Status::assessed, Status::absent},
           Row{"not-applicable", Status::assessed, Status::not_applicable},
           Row{"", Status::missing, Status::missing},
       }) {
    INFO(each.why << " " << to_string(each.ours) << " " << to_string(each.theirs));
    Sides sides{contender("we", {{"favicon", 50}}), contender("they", {{"favicon", 50}})};
    put_status(sides[0], "favicon", each.ours);
    put_status(sides[1], "favicon", each.theirs);
    const Comparison comparison = compare(sides, rules());
    CHECK(row(comparison, "favicon").why == each.why);
    CHECK((row(comparison, "favicon").standing == Standing::incomparable) == (*each.why != '\0'));
  }
}

TEST_CASE("totals stand on what everybody with a score has points for") {
  Sides sides{contender("we", {{"favicon", 50}, {"page-title", 90}, {"faq", 10}}),
              contender("they", {{"favicon", 80}, {"page-title", 30}, {"faq", 100}}),
              contender("blocked", {{"favicon", 100}})};
  put_status(sides[1], "faq", Status::not_assessed);
  sides[2].audit.points.reset();
  const Comparison comparison = compare(sides, rules());
  CHECK(comparison.common == 2);
  CHECK(comparison.totals[0] == 70);
  CHECK(comparison.totals[1] == 55);
  CHECK_FALSE(comparison.totals[2]);
  CHECK(comparison.place(0) == 1u);
  CHECK(comparison.place(1) == 2u);
  CHECK_FALSE(comparison.place(2));
  // The blocked one's icon counts where it was seen.
  CHECK(row(comparison, "favicon").leader == 2u);
}

TEST_CASE("what they have and we lack is borrowed, from the best, with its chips") {
  Sides sides{contender("we", {{"favicon", 90}, {"faq", 0}, {"blog", 0}}),
              contender("first", {{"favicon", 90}, {"faq", 60}, {"blog", 59}}),
              contender("second", {{"favicon", 90}, {"faq", 95}, {"blog", 40}})};
  put_status(sides[0], "faq", Status::missing);
  put_status(sides[0], "blog", Status::absent);
  put_chips(sides[0], "favicon", {"dark-icon"});
  put_chips(sides[1], "favicon", {"dark-icon", "emoji-icon"});
  put_chips(sides[2], "faq", {"video-answer"});
  const Comparison comparison = compare(sides, rules());
  CHECK(borrowed(comparison) ==
        std::vector<std::string>{"favicon:emoji-icon@1", "faq@2", "faq:video-answer@2"});
  CHECK(comparison.only_they == std::vector<std::string>{"faq", "blog"});
}

TEST_CASE(
    "what we have and no rival that could be seen has is protected, and our chips are named") {
  Sides sides{contender("we", {{"favicon", 90}, {"faq", 60}, {"blog", 90}, {"page-title", 59}}),
              contender("first", {{"favicon", 90}, {"faq", 0}, {"blog", 0}, {"page-title", 0}}),
              contender("second", {{"favicon", 90}, {"faq", 0}, {"blog", 50}, {"page-title", 0}})};
  put_status(sides[1], "faq", Status::missing);
  put_status(sides[2], "faq", Status::not_assessed);
  put_status(sides[1], "blog", Status::missing);
  put_status(sides[1], "page-title", Status::absent);
  put_status(sides[2], "page-title", Status::absent);
  put_chips(sides[0], "favicon", {"dark-icon", "emoji-icon"});
  put_chips(sides[2], "favicon", {"dark-icon"});
  const Comparison comparison = compare(sides, rules());
  CHECK(comparison.protect == std::vector<std::string>{"faq"});
  CHECK(comparison.only_we == std::vector<std::string>{"faq", "page-title"});
  CHECK(comparison.both == std::vector<std::string>{"favicon", "blog"});
  REQUIRE(comparison.our_chips.size() == 1);
  CHECK(comparison.our_chips[0].chip == "emoji-icon");
}

TEST_CASE("what people scored fills what was not measured, and never replaces it") {
  Sides sides{contender("we", {{"favicon", 50}, {"faq", 50}}),
              contender("they", {{"favicon", 60}, {"faq", 50}})};
  put_status(sides[1], "faq", Status::not_assessed);
  sides[1].scores = {{"favicon", 10}, {"faq", 90}, {"business-card", 30}};
  const Comparison comparison = compare(sides, rules());
  CHECK(row(comparison, "favicon").cells[1].points == 60);
  CHECK(row(comparison, "faq").cells[1].points == 90);
  CHECK(row(comparison, "faq").cells[1].by_people);
  CHECK(row(comparison, "faq").standing == Standing::behind);
  CHECK(row(comparison, "business-card").standing == Standing::incomparable);
  CHECK(comparison.common == 1);
}

TEST_CASE("a company that people alone know takes part without a total") {
  Sides sides{contender("we", {{"favicon", 50}}), contender("they", {{"favicon", 60}}),
              Contender{{}, "people", {{"favicon", 80}}}};
  const Comparison comparison = compare(sides, rules());
  CHECK(row(comparison, "favicon").leader == 2u);
  CHECK(comparison.totals[1] == 60);
  CHECK_FALSE(comparison.totals[2]);
  CHECK(comparison.doubts.empty());
}

TEST_CASE("an audit under other rules is compared where the criteria are the same") {
  Sides sides{contender("we", {{"favicon", 50}, {"faq", 50}}),
              contender("they", {{"favicon", 90}, {"faq", 90}})};
  sides[1].audit.rulebook = "older";
  sides[1].audit.touchpoints[1].components[0].threshold = ">= 99";
  const Comparison comparison = compare(sides, rules());
  CHECK(row(comparison, "favicon").standing == Standing::behind);
  CHECK(row(comparison, "faq").why == "rules");
  REQUIRE(comparison.doubts.size() == 1);
  CHECK(comparison.doubts[0].code == "rulebook");
}

TEST_CASE("what makes a comparison unfair is said") {
  struct Row {
    const char* code;
    void (*spoil)(ToldAudit&);
  };
  for (const Row& each : {
           Row{"day", [](ToldAudit& audit) { audit.taken = "2026-02-13T09:00:01Z"; }},
           Row{"profile", [](ToldAudit& audit) { audit.profile = "shop"; }},
           Row{"no-score", [](ToldAudit& audit) { audit.points.reset(); }},
           Row{"interrupted", [](ToldAudit& audit) { audit.notes = {"interrupted by the user"}; }},
       }) {
    INFO(each.code);
    Sides sides{contender("we", {{"favicon", 50}}), contender("they", {{"favicon", 50}})};
    each.spoil(sides[1].audit);
    const Comparison comparison = compare(sides, rules());
    REQUIRE(comparison.doubts.size() == 1);
    CHECK(comparison.doubts[0].code == each.code);
    CHECK(comparison.doubts[0].side == 1);
  }
}

TEST_CASE("the plan aims past the best rival, and at what rivals have and we chose to lack") {
  Sides sides{contender("we", {{"favicon", 82}, {"faq", 70}, {"blog", 0}}),
              contender("they", {{"favicon", 90}, {"faq", 20}, {"blog", 55}})};
  put_status(sides[0], "blog", Status::absent);
  std::map<std::string, int> gains;
  for (const auto& item : compare(sides, rules()).plan) gains[item.touchpoint] = item.gain;
  CHECK(gains == std::map<std::string, int>{{"favicon", 13}, {"faq", 10}, {"blog", 40}});
}

TEST_CASE("a headline of one's own is less than half alike to every other") {
  CHECK(headline_similarity("Bread, baked by hand", "bread baked by hand!") == 100);
  CHECK(headline_similarity("Bread", "Steel") < 50);
  CHECK(headline_similarity("", "Steel") == 0);
  CHECK(headline_similarity("手工面包", "手工面包店") > 50);
  Sides sides{contender("we", {{"home-headline", 90}}), contender("they", {{"home-headline", 90}}),
              contender("others", {{"home-headline", 90}})};
  put_headline(sides[0], "Sourdough bread, warm at seven");
  put_headline(sides[1], "Your partner for quality since 1990");
  put_headline(sides[2], "Your partner for quality since 2001");
  const Comparison comparison = compare(sides, rules());
  const auto& cells = row(comparison, "home-headline").cells;
  CHECK(cells[0].chips == std::vector<std::string>{"own-voice"});
  CHECK(cells[1].chips.empty());
  CHECK(cells[2].chips.empty());
  CHECK(comparison.our_chips.size() == 1);
}

TEST_CASE("companies of one name are told apart by their addresses") {
  Sides sides{contender("we", {}), contender("bakery", {}), contender("bakery", {})};
  sides[2].audit.asked = "https://other.example:8443/";
  const Comparison comparison = compare(sides, rules());
  CHECK(comparison.sides[0].audit.name == "we");
  CHECK(comparison.sides[1].audit.name == "bakery (bakery.example)");
  CHECK(comparison.sides[2].audit.name == "bakery (other.example:8443)");
}

TEST_CASE("one company alone is compared with nobody") {
  const Comparison comparison = compare({contender("we", {{"favicon", 50}})}, rules());
  CHECK(row(comparison, "favicon").standing == Standing::incomparable);
  CHECK_FALSE(comparison.sameness);
  CHECK_FALSE(comparison.totals[0]);
}
