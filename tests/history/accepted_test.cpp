#include "history/accepted.h"

#include <catch2/catch.hpp>

#include "tests/history/stored_audits.h"

namespace touchstone {

namespace {

Acceptance parsed(const std::string& text) {
  return parse_acceptance({"known.json", text}, built_in_rules());
}

std::string complaint(const std::string& text) {
  try {
    parsed(text);
  } catch (const RuleError& error) {
    return error.what();
  }
  return "nothing";
}

Day day(const char* text) {
  return *parse_day(text);
}

Touchpoint sucking_favicon() {
  Inspection inspection = sample_inspection();
  say(inspection, "favicon", "decoding", std::int64_t{0});
  const Audit audit = judge(inspection, built_in_rules());
  return *audit.find("favicon");
}

}  // namespace

TEST_CASE("a finding is accepted until its last day") {
  const Acceptance known = parsed(
      R"({"findings": [{"touchpoint": "favicon", "reason": "new one comes", "until": "2026-06-30"}]})");
  const Touchpoint favicon = sucking_favicon();
  REQUIRE(known.of_verdict(favicon, day("2026-06-30")));
  CHECK(known.of_verdict(favicon, day("2026-06-30"))->reason == "new one comes");
  CHECK_FALSE(known.of_verdict(favicon, day("2026-07-01")));
  CHECK(known.expired(day("2026-06-30")).empty());
  CHECK(known.expired(day("2026-07-01")).size() == 1);
}

TEST_CASE("a component is accepted for itself, not for others that suck") {
  const auto one = [](const char* component) {
    return parsed(std::string(R"({"findings": [{"touchpoint": "favicon", "component": ")") +
                  component + R"(", "reason": "r", "until": "2026-06-30"}]})");
  };
  CHECK(one("decodes").of_verdict(sucking_favicon(), day("2026-01-01")));
  CHECK_FALSE(one("size").of_verdict(sucking_favicon(), day("2026-01-01")));
}

TEST_CASE("everything wrong with the file of accepted findings is told with its place") {
  struct Row {
    const char *text, *told;
  };
  for (const Row& row : {
           Row{"{", "known.json"},
           Row{R"({"finding": []})", "did you mean \"findings\""},
           Row{R"({"findings": [{"touchpoint": "favicn", "reason": "r", "until": "2026-06-30"}]})",
               "did you mean \"favicon\""},
           Row{R"({"findings": [{"touchpoint": "favicon", "component": "siez", "reason": "r",
                   "until": "2026-06-30"}]})",
               "did you mean \"size\""},
           Row{R"({"findings": [{"touchpoint": "favicon", "until": "2026-06-30"}]})", "reason"},
           Row{R"({"findings": [{"touchpoint": "favicon", "reason": "r", "until": "soon"}]})",
               "/findings/0/until"},
           Row{R"({"findings": [{"touchpoint": "favicon", "reason": "r", "until": "2026-06-30",
                   "untill": 1}]})",
               "did you mean \"until\""},
       }) {
    CAPTURE(row.text);
    CHECK_THAT(complaint(row.text), Catch::Contains(row.told));
  }
}

}  // namespace touchstone
