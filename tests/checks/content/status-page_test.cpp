#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/";
const std::string own = "https://status.example.com/";

void link(SampleSite& s, const std::string& address) {
  swap_text(s.fetch(home).body, "</main>", "<a href='" + address + "'>Status</a></main>");
}

auto answered(std::string html, int status = 200) {
  return [=](SampleSite& s) {
    link(s, own);
    s.page(own, html).hops.back().status = status;
  };
}

const std::string past = "<h1>Status</h1><p>Past incidents: 3 May 2026, outage of the shop.</p>";

}  // namespace

TEST_CASE("every verdict on status pages can be reached") {
  hold_rows(
      "status-page",
      {
          {"there", answered(past), "alive", "wow"},
          {"refused to us", answered(past, 403), "alive", "wow"},
          {"gone", answered(past, 404), "alive", "sucks"},
          {"at a vendor, not asked", [](SampleSite& s) { link(s, "https://huber.statuspage.io/"); },
           "alive", "not assessed: budget-exhausted"},
          {"out of time",
           [](SampleSite& s) {
             link(s, own);
             s.fault(own, Role::page, FaultKind::timeout);
           },
           "alive", "not assessed: timeout"},
          {"none", [](SampleSite&) {}, "alive", "not applicable"},
          {"a vendor of a like name", [](SampleSite& s) { link(s, "https://notstatuspage.io/"); },
           "alive", "not applicable"},

          {"a past", answered(past), "history", "wow"},
          {"no past", answered("<h1>Status</h1><p>All is well.</p>"), "history", "so-so"},
          {"gone with its past", answered(past, 404), "history", "not applicable"},
          {"a past behind a wall", answered(past, 403), "history", "not assessed: blocked-403"},
      });
}

TEST_CASE("a status page is a chip") {
  SampleSite sample = SampleSite::perfect();
  answered(past)(sample);
  CHECK(judged("status-page", sample).touchpoint.chips == std::vector<std::string>{"presence"});
}
