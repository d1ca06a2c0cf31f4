#include <catch2/catch.hpp>

#include "site/media_type.h"
#include "site/registration.h"
#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string registry = "https://rdap.example/domain/example.com";

auto answers(std::string body) {
  return [body](SampleSite& sample) {
    sample.answer(registry, Role::registration, "application/rdap+json", body);
  };
}

// A registration that ends so many days after the audit, with these statuses.
auto ends_in(int days, std::string statuses = R"("active", "client transfer prohibited")") {
  return [=](SampleSite& sample) {
    const auto end = sample.recording().taken + std::chrono::hours(24 * days + 1);
    answers(
        R"({"objectClassName": "domain", "events": [{"eventAction": "registration",)"
        R"( "eventDate": "1999-01-01T00:00:00Z"}, {"eventAction": "expiration", "eventDate": ")" +
        format_rfc3339(end) + R"("}], "status": [)" + statuses + "]}")(sample);
  };
}

}  // namespace

TEST_CASE("every verdict on the registration of a domain can be reached") {
  hold_rows(
      "domain-expiry",
      {
          {"ends in a year", ends_in(365), "days-left", "wow"},
          {"ends in 60 days", ends_in(60), "days-left", "wow"},
          {"ends in 59 days", ends_in(59), "days-left", "so-so"},
          {"ends in 15 days", ends_in(15), "days-left", "so-so"},
          {"ends in 14 days", ends_in(14), "days-left", "sucks"},
          {"has ended", ends_in(-3), "days-left", "sucks"},
          {"can only be bought back", ends_in(300, R"("redemption period")"), "days-left", "sucks"},
          {"is about to be deleted", ends_in(300, R"("Pending Delete")"), "days-left", "sucks"},
          {"without a date", answers(R"({"objectClassName": "domain", "status": ["active"]})"),
           "days-left", "not assessed: no-source"},

          {"locked", ends_in(365), "locked", "wow"},
          {"not locked", ends_in(365, R"("active")"), "locked", "so-so"},
          {"no status", ends_in(365, ""), "locked", "not assessed: no-source"},

          {"no registry is known", [](SampleSite&) {}, "days-left", "not assessed: no-source"},
          {"the registry is silent",
           [](SampleSite& s) { s.fault(registry, Role::registration, FaultKind::timeout); },
           "days-left", "not assessed: timeout"},
          {"the registry does not know it",
           [](SampleSite& s) {
             answers(R"({"errorCode": 404})")(s);
             s.fetch(registry).hops.back().status = 404;
           },
           "locked", "not assessed: no-source"},
          {"no RDAP", answers("<html>busy</html>"), "locked", "not assessed: no-source"},
      });
}

TEST_CASE("what a registry says is read whatever its types are") {
  CHECK_FALSE(read_registration("[]"));
  CHECK_FALSE(read_registration(R"({"objectClassName": 7})"));
  const auto odd = read_registration(
      R"({"objectClassName": "domain", "events": [7, {"eventAction": []}], "status": [7, null]})");
  REQUIRE(odd);
  CHECK_FALSE(odd->expires);
  CHECK(odd->statuses.empty());
  const auto precise = read_registration(
      R"({"objectClassName": "domain", "events": [{"eventAction": "expiration",
          "eventDate": "2030-01-02T03:04:05.678Z"}]})");
  REQUIRE(precise);
  REQUIRE(precise->expires);
  CHECK(format_rfc3339(*precise->expires) == "2030-01-02T03:04:05Z");
}
