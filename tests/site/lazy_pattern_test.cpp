#include "site/lazy_pattern.h"

#include <re2/re2.h>

#include <catch2/catch.hpp>
#include <vector>

using namespace touchstone;

TEST_CASE("a pattern is compiled once, wherever it was moved to") {
  std::vector<LazyPattern> patterns;
  patterns.emplace_back("a+b");
  const auto* first = &patterns[0].get();
  for (int i = 0; i < 20; ++i) patterns.emplace_back("never (needed");
  CHECK(&patterns[0].get() == first);
  CHECK(RE2::PartialMatch("caab", patterns[0].get()));
  CHECK_FALSE(RE2::PartialMatch("cab", RE2("^" + patterns[0].get().pattern())));
}
