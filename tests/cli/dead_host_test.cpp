// Addresses at which nobody answers for the company.

#include <catch2/catch.hpp>

#include "cli/exit_status.h"
#include "tests/cli/fixture.h"
#include "tests/crawler/name_server.h"
#include "tests/crawler/tls_server.h"

namespace touchstone {

namespace {

using Ids = std::vector<std::string>;
using std::chrono::hours;

constexpr int type_a = 1, type_ns = 2;

NameAnswer no_such_name(const std::string&, int) {
  return {.code = 3};
}

// firm.example exists, is somewhere, and has those name servers.
NameServer::Handler served_by(const std::string& name_server) {
  return [=](const std::string&, int type) {
    if (type == type_a) return NameAnswer{.records = {{type_a, wire::a("127.0.0.1")}}};
    if (type == type_ns) return NameAnswer{.records = {{type_ns, wire::name(name_server)}}};
    return NameAnswer{};
  };
}

const TestAuthority& authority() {
  static const TestAuthority shared;
  return shared;
}

// firm.example behind TLS with that certificate.
Audit audit_behind(const CertificateWish& wish) {
  const NameServer names(served_by("ns1.firm.example"));
  const TlsServer server(authority().issue(wish),
                         "<!doctype html><title>Bakery Flour</title><p>Bread from seven on");
  CrawlOptions options = hurried_at_firm(names.address(), 1);
  options.connect_to = {"firm.example:443:127.0.0.1:" + std::to_string(server.port())};
  options.ca_file = authority().file();
  return audit_at("https://firm.example/", options);
}

}  // namespace

TEST_CASE("a name that does not exist is down, and says nothing of the pages") {
  const NameServer names(no_such_name);
  CrawlOptions options = hurried();
  options.dns_server = names.address();
  const Audit audit = audit_at("http://firm.example/", options);
  CHECK(outcome(audit, "site-availability") == "sucks");
  CHECK(sucking(audit) == Ids{"site-availability"});
  CHECK_FALSE(audit.score.points);
  CHECK(audit.unreached);
  CHECK(status_of(audit, {}) == ExitStatus::nobody_answered);
}

TEST_CASE("a name server that does not answer decides nothing") {
  const NameServer names([](const std::string&, int) { return NameAnswer{.code = 2}; });
  CrawlOptions options = hurried();
  options.dns_server = names.address();
  const Audit audit = audit_at("http://firm.example/", options);
  CHECK(outcome(audit, "site-availability") == "dns-undecided");
  CHECK(sucking(audit) == Ids{});
  CHECK_FALSE(audit.score.points);
}

TEST_CASE("a refused connection is down, and says nothing of the pages") {
  std::string origin;
  {
    const LocalServer gone(bakery());
    origin = gone.origin();
  }
  const Audit audit = audit_at(origin + "/", hurried());
  CHECK(outcome(audit, "site-availability") == "sucks");
  CHECK(sucking(audit) == Ids{"site-availability"});
  CHECK_FALSE(audit.score.points);
  CHECK(status_of(audit, {}) == ExitStatus::nobody_answered);
}

TEST_CASE("a server that closes every connection is not assessed") {
  const Audit audit =
      audit_of([](const ServedRequest&) { return ServedAnswer{.close_at_once = true}; });
  CHECK(sucking(audit) == Ids{});
  CHECK_FALSE(audit.score.points);
}

TEST_CASE("a parked name has no touchpoints beyond its name, and no score") {
  const NameServer names(served_by("ns1.sedoparking.com"));
  const LocalServer server([](const ServedRequest&) {
    return page("<title>firm.example</title>", "<p>Related searches: bread, rolls, ovens</p>");
  });
  const Audit audit =
      audit_at("http://firm.example/", hurried_at_firm(names.address(), server.port()));
  REQUIRE(audit.closed);
  CHECK(*audit.closed == Reason::parked);
  CHECK_FALSE(audit.score.points);
  CHECK(sucking(audit) == Ids{});
  for (const auto& id : judged(audit)) CHECK((id == "domain-name" || id == "domain-zone"));
  for (const std::string id : {"page-title", "not-found-page", "favicon", "tls-certificate"})
    CHECK(outcome(audit, id) == "parked");
}

TEST_CASE("name servers of a parking service alone do not park a company that is there") {
  const NameServer names(served_by("ns1.sedoparking.com"));
  const LocalServer server(bakery());
  const Audit audit =
      audit_at("http://firm.example/", hurried_at_firm(names.address(), server.port()));
  CHECK_FALSE(audit.closed);
  CHECK(outcome(audit, "page-title") == "wow");
}

TEST_CASE("an expired certificate is the certificate's fault alone") {
  const Audit audit =
      audit_behind({.names = {"firm.example"}, .begins = hours(-24 * 90), .ends = hours(-24)});
  CHECK(outcome(audit, "tls-certificate") == "sucks");
  CHECK(outcome(audit, "tls-certificate.valid") == "sucks");
  CHECK(outcome(audit, "page-title") != "missing");
  CHECK(outcome(audit, "not-found-page") != "missing");
  for (const auto& id : sucking(audit)) {
    INFO(id);
    CHECK((id == "tls-certificate" || id == "canonical-host"));
  }
  CHECK_FALSE(audit.score.points);
}

TEST_CASE("five days left of a certificate's six are no alarm") {
  const Audit audit =
      audit_behind({.names = {"firm.example"}, .begins = hours(-23), .ends = hours(24 * 5 + 1)});
  CHECK(outcome(audit, "tls-certificate.valid") == "wow");
  CHECK(outcome(audit, "tls-certificate.left") == "wow");
}

}  // namespace touchstone
