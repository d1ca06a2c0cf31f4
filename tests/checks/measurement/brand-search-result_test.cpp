#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

TEST_CASE("what search shows waits for a person to look") {
  const std::string waiting = "not assessed: manual-only";
  hold_fact_rows(
      "brand-search-result",
      {{"position", {}, waiting}, {"negative", {}, waiting}, {"own-entries", {}, waiting}});
}
