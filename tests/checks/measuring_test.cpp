#include "checks/measuring.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/checks/sample_site.h"

namespace touchstone {

TEST_CASE("what an interruption keeps from being measured is unknown, and nothing else is") {
  auto company = SampleSite::perfect();
  const Site site = company.site();
  const Presence presence = find_presence(site);
  const auto whole = measure(site, presence);
  for (const int wanted : {0, 1, 20, 1'000}) {
    INFO(wanted << " checks, then an interruption");
    int left = wanted;
    const auto measured = measure_while([&] { return left-- > 0; }, site, presence);
    REQUIRE(measured.size() == whole.size());
    for (std::size_t i = 0; i < whole.size(); ++i) {
      INFO(whole[i].touchpoint);
      CHECK(measured[i].touchpoint == whole[i].touchpoint);
      const bool seen = i < static_cast<std::size_t>(wanted);
      for (const auto& spec : all_checks()[i]->facts) {
        const Fact* fact = measured[i].facts.find(spec.name);
        REQUIRE(fact);
        const Fact* before = whole[i].facts.find(spec.name);
        CHECK(fact->state == (seen ? before->state : Fact::State::unknown));
        if (!seen) CHECK(fact->why == Reason::interrupted);
      }
    }
  }
}

}  // namespace touchstone
