// What another tool's capture lacks is not assessed: that it was not asked proves nothing.

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

void without(SampleSite& sample, std::initializer_list<Role> roles) {
  std::erase_if(sample.recording().visits, [&](const Visit& visit) {
    return std::find(roles.begin(), roles.end(), visit.role) != roles.end();
  });
}

SampleSite captured_by_another_tool() {
  SampleSite sample;
  sample.recording().foreign = true;
  without(sample,
          {Role::root_icon, Role::icon, Role::missing, Role::missing_nested, Role::missing_typed});
  for (Visit& visit : sample.recording().visits) {
    SampleSite::set_header(visit.fetch, "content-encoding", "");
  }
  return sample;
}

}  // namespace

TEST_CASE("a capture of another tool says nothing of what it did not ask") {
  const SampleSite sample = captured_by_another_tool();
  for (const char* touchpoint : {"favicon", "compression", "not-found-page"}) {
    const Touchpoint judgement = judged(touchpoint, sample).touchpoint;
    INFO(touchpoint);
    CHECK(judgement.status == Status::not_assessed);
    CHECK(judgement.verdict == std::nullopt);
  }
  CHECK(judged("compression", sample).verdict("share") == "not assessed: not-captured");
  CHECK(judged("not-found-page", sample).verdict("status") == "not assessed: not-captured");
}
