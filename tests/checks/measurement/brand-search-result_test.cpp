#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

TEST_CASE("what search shows waits for a person to look") {
  for (const auto* component : {"position", "negative", "own-entries"}) {
    CHECK(judged("brand-search-result", SampleSite::perfect()).verdict(component) ==
          "not assessed: manual-only");
  }
}
