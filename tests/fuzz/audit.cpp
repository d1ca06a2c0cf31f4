// A home page through every check: whatever it says, each check yields facts, and none gives up.

#include "checks/check.h"
#include "tests/checks/sample_site.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace touchstone;
  auto sample = SampleSite::perfect();
  sample.fetch("https://example.com/").body = std::string(fuzz::text_of(bytes, size));
  const auto site = sample.site();
  for (const auto& measured : measure(site, find_presence(site)))
    for (const auto& [name, fact] : measured.facts.all())
      fuzz::hold(fact.why != Reason::internal_error, "no check gives up");
  return 0;
}
