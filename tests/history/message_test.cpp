#include "history/message.h"

#include <catch2/catch.hpp>

using namespace touchstone;

namespace {

const Time first = Day(std::chrono::year(2026) / 3 / 1) + std::chrono::hours(4);

TouchpointStanding standing(const std::string& id, int points, const std::string& value) {
  TouchpointStanding one;
  one.id = one.title = id;
  one.status = Status::assessed;
  one.points = points;
  one.verdict = verdict_of(points);
  ComponentStanding part;
  part.id = id + ".size";
  part.title = "Size";
  part.status = Status::assessed;
  part.points = points;
  part.verdict = one.verdict;
  part.value = value;
  part.url = "https://firm.example/" + id;
  one.components.push_back(part);
  return one;
}

TouchpointStanding unseen(const std::string& id) {
  TouchpointStanding one;
  one.id = one.title = id;
  return one;
}

AuditStanding audit(std::vector<TouchpointStanding> touchpoints, int hours = 0) {
  AuditStanding one;
  one.host = "firm.example";
  one.taken = first + std::chrono::hours(hours);
  one.touchpoints = std::move(touchpoints);
  return one;
}

// A company that is audited again and again, and one target that is told of it.
struct Watched {
  AuditStanding last;
  bool audited = false;
  Problems open;
  Told told;
  Acceptance accepted;

  // Of each further audit: what is to be said. `told_it`: the target took it.
  std::optional<Notice> after(const AuditStanding& now, const std::vector<std::string>& gates = {},
                              bool told_it = true) {
    const Changes changes = audited ? compare(last, now) : Changes();
    open = read_problems(
        write_problems(problems_after(open, audited ? &changes : nullptr, now, accepted)));
    last = now;
    audited = true;
    auto notice = notice_of(open, gates, told, now);
    if (notice && told_it) told = read_told(write_told({open, gates, now.taken}));
    return notice;
  }
};

const auto good = standing("favicon", 95, "180 px");
const auto fair = standing("favicon", 60, "32 px");
const auto bad = standing("favicon", 20, "8 px");

}  // namespace

TEST_CASE("a first audit and one without a change tell nothing") {
  Watched firm;
  CHECK_FALSE(firm.after(audit({good})));
  CHECK_FALSE(firm.after(audit({good}, 24)));
  CHECK_FALSE(firm.after(audit({standing("favicon", 92, "170 px")}, 48)));
}

TEST_CASE("a regression is told once, with its old and its new value") {
  Watched firm;
  firm.after(audit({good}));
  const auto notice = firm.after(audit({bad}, 1));
  REQUIRE(notice);
  CHECK_FALSE(notice->reminder);
  REQUIRE(notice->worse.size() == 1);
  const Problem& worse = notice->worse.front();
  CHECK(worse.touchpoint == "favicon");
  CHECK(worse.part == "favicon.size");
  CHECK(worse.before == Stand{"wow", 95, "180 px"});
  CHECK(worse.now == Stand{"sucks", 20, "8 px"});
  CHECK(worse.url == "https://firm.example/favicon");
  for (const int hours : {2, 3, 10, 23}) {
    INFO(hours);
    CHECK_FALSE(firm.after(audit({bad}, hours)));
  }
}

TEST_CASE("while it lasts there is one reminder a day") {
  Watched firm;
  firm.after(audit({good}));
  firm.after(audit({bad}, 1));
  int reminders = 0;
  for (int hours = 2; hours <= 1 + 3 * 24; ++hours) {
    const auto notice = firm.after(audit({bad}, hours));
    if (!notice) continue;
    ++reminders;
    CHECK(notice->reminder);
    CHECK(notice->worse.empty());
    CHECK(notice->lasting.size() == 1);
  }
  CHECK(reminders == 3);
}

TEST_CASE("a recovery is told once, with how bad it was and how good it is") {
  Watched firm;
  firm.after(audit({good}));
  firm.after(audit({bad}, 1));
  const auto notice = firm.after(audit({standing("favicon", 90, "192 px")}, 2));
  REQUIRE(notice);
  REQUIRE(notice->recovered.size() == 1);
  CHECK(notice->recovered.front().before == Stand{"sucks", 20, "8 px"});
  CHECK(notice->recovered.front().now == Stand{"wow", 90, "192 px"});
  CHECK(notice->worse.empty());
  CHECK_FALSE(firm.after(audit({good}, 48)));
}

TEST_CASE("what gets worse still is told again, what gets a little better is not") {
  Watched firm;
  firm.after(audit({good}));
  firm.after(audit({fair}, 1));
  const auto notice = firm.after(audit({bad}, 2));
  REQUIRE(notice);
  REQUIRE(notice->worse.size() == 1);
  CHECK(notice->worse.front().before.outcome == "wow");
  CHECK(notice->worse.front().since == first + std::chrono::hours(1));
  CHECK_FALSE(firm.after(audit({fair}, 3)));
}

TEST_CASE("lost sight is neither a regression nor a recovery") {
  Watched firm;
  firm.after(audit({good}));
  CHECK_FALSE(firm.after(audit({unseen("favicon")}, 1)));
  firm.after(audit({good}, 2));
  REQUIRE(firm.after(audit({bad}, 3)));
  CHECK_FALSE(firm.after(audit({unseen("favicon")}, 4)));
  CHECK_FALSE(firm.after(audit({bad}, 5)));
}

TEST_CASE("a target that failed is told at the next audit, one that was told is not") {
  Watched firm;
  firm.after(audit({good}));
  REQUIRE(firm.after(audit({bad}, 1), {}, false));
  const auto again = firm.after(audit({bad}, 2));
  REQUIRE(again);
  CHECK(again->worse.size() == 1);
  CHECK_FALSE(firm.after(audit({bad}, 3)));
}

TEST_CASE("a failing gate is told when it begins and when it ends") {
  Watched firm;
  const std::vector<std::string> gate{"score<6"};
  const auto begins = firm.after(audit({good}), gate);
  REQUIRE(begins);
  CHECK(begins->newly_failing == gate);
  CHECK_FALSE(firm.after(audit({good}, 1), gate));
  const auto reminder = firm.after(audit({good}, 24), gate);
  REQUIRE(reminder);
  CHECK(reminder->reminder);
  CHECK(reminder->failing == gate);
  const auto ends = firm.after(audit({good}, 25));
  REQUIRE(ends);
  CHECK(ends->held_again == gate);
  CHECK_FALSE(firm.after(audit({good}, 26)));
}

TEST_CASE("what is accepted is not told") {
  Watched firm;
  firm.accepted = Acceptance({{"favicon", "", "new logo comes", *parse_day("2026-03-02")}});
  firm.after(audit({good}));
  CHECK_FALSE(firm.after(audit({bad}, 1)));
  CHECK_FALSE(firm.after(audit({bad}, 72)));
}

TEST_CASE("a touchpoint that is no more has nothing left to recover from") {
  Watched firm;
  firm.after(audit({good}));
  firm.after(audit({bad}, 1));
  const auto notice = firm.after(audit({}, 2));
  REQUIRE(notice);
  CHECK(notice->recovered.size() == 1);
  CHECK(notice->recovered.front().now.outcome == "not-applicable");
}

TEST_CASE("kept texts that are damaged are as good as none") {
  for (const auto* text : {"", "{", "[]", "[{}]", "null", "{\"when\": \"x\"}", "\xff"}) {
    INFO(text);
    CHECK(read_problems(text).empty());
    CHECK(read_told(text).problems.empty());
    CHECK_FALSE(read_told(text).when);
  }
}
