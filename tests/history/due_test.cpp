#include "history/due.h"

#include <catch2/catch.hpp>

using namespace touchstone;

namespace {

TouchpointRule rule(const std::string& id, const std::string& period) {
  TouchpointRule made;
  made.id = id;
  made.period = period;
  made.components.emplace_back();
  return made;
}

Rulebook book(std::vector<TouchpointRule> rules) {
  Rulebook made;
  made.touchpoints = std::move(rules);
  return made;
}

Day day(std::string_view text) {
  return *parse_day(text);
}

}  // namespace

TEST_CASE("a touchpoint is due when its period has passed, and overdue from the day after") {
  struct Row {
    std::string period, last, on;
    bool due;
    int overdue_days;
  };
  const auto row = GENERATE(
      Row{"daily", "2026-03-01", "2026-03-01", false, 0},
      Row{"daily", "2026-03-01", "2026-03-02", true, 0},
      Row{"daily", "2026-03-01", "2026-03-03", true, 1},
      Row{"yearly", "2026-03-01", "2026-03-03", false, 0},
      Row{"weekly", "2026-12-28", "2027-01-03", false, 0},
      Row{"weekly", "2026-12-28", "2027-01-04", true, 0},
      Row{"monthly", "2028-02-01", "2028-03-01", false, 0},  // 29 days: 2028 is a leap year
      Row{"monthly", "2028-02-01", "2028-03-02", true, 0},
      Row{"monthly", "2026-02-01", "2026-03-04", true, 1},
      Row{"quarterly", "2026-01-01", "2026-04-02", true, 0},
      Row{"yearly", "2027-03-01", "2028-02-28", false, 0},
      Row{"yearly", "2027-03-01", "2028-02-29", true, 0},
      Row{"yearly", "2025-01-01", "2027-01-01", true, 365},
      Row{"daily", "2026-03-05", "2026-03-01", false, 0});  // looked at after the day in question
  INFO(row.period << " from " << row.last << " on " << row.on);
  const Rulebook rulebook = book({rule("favicon", row.period)});
  const auto due = due_on(day(row.on), rulebook, {{"favicon", day(row.last)}}).touchpoints;
  REQUIRE(due.size() == (row.due ? 1 : 0));
  if (row.due) CHECK(due.front().overdue_days == row.overdue_days);
}

TEST_CASE("what was never looked at is due at once") {
  const Rulebook rulebook = book({rule("favicon", "yearly")});
  const auto due = due_on(day("2026-03-01"), rulebook, {{"gone", day("2026-02-28")}}).touchpoints;
  REQUIRE(due.size() == 1);
  CHECK(due.front().rule == &rulebook.touchpoints.front());
  CHECK_FALSE(due.front().last);
  CHECK(due_on(day("2026-03-01"), rulebook, {}).next == day("2026-03-01"));
}

TEST_CASE("a look that told nothing is repeated after a week at the latest") {
  const Rulebook rulebook = book({rule("favicon", "yearly"), rule("ttfb", "daily")});
  const std::vector<LastLook> looks{{"favicon", day("2026-03-01"), false},
                                    {"ttfb", day("2026-03-07"), false}};
  CHECK(due_on(day("2026-03-07"), rulebook, looks).touchpoints.empty());
  const auto due = due_on(day("2026-03-08"), rulebook, looks).touchpoints;
  REQUIRE(due.size() == 2);
  CHECK(due[0].overdue_days == 0);
}

TEST_CASE("what no crawler sees is never due") {
  TouchpointRule sign = rule("sign", "daily"), results = rule("brand-search-result", "daily");
  sign.offline = true;
  results.components.front().manual = true;
  const Rulebook rulebook = book({sign, results});
  CHECK(due_on(day("2026-03-01"), rulebook, {}).touchpoints.empty());
  CHECK_FALSE(due_on(day("2026-03-01"), rulebook, {}).next);
}

TEST_CASE("the next day with something due is the first of all") {
  const Rulebook rulebook = book({rule("favicon", "yearly"), rule("title", "weekly")});
  const std::vector<LastLook> looks{{"favicon", day("2026-03-01")}, {"title", day("2026-03-01")}};
  CHECK(due_on(day("2026-03-02"), rulebook, looks).next == day("2026-03-08"));
  CHECK(due_on(day("2026-03-20"), rulebook, looks).next == day("2026-03-20"));
}

TEST_CASE("a day is read as the calendar has it, or not at all") {
  CHECK(to_text(day("2028-02-29")) == "2028-02-29");
  CHECK(to_text(day("0001-01-01")) == "0001-01-01");
  for (const auto* wrong :
       {"2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "26-01-01", "2026/01/01",
        "2026-01-01T00", "2026-01-0x", "-026-01-01", "", "today"}) {
    INFO(wrong);
    CHECK_FALSE(parse_day(wrong));
  }
}
