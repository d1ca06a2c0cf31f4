#include "site/fetch.h"

#include <catch2/catch.hpp>

#include "site/dns.h"
#include "site/reason.h"

using namespace touchstone;

namespace {

Hop hop(int status) {
  Hop made{.url = *Url::parse("https://example.com/"),
           .headers = {},
           .timing = {},
           .http_version = {},
           .address = {},
           .certificate = {}};
  made.status = status;
  return made;
}

Fetch answered(int status) {
  return {
      .asked = *Url::parse("http://example.com/"), .hops = {hop(status)}, .body = {}, .fault = {}};
}

// "-" where the answer can be read.
std::string why(const Fetch& fetch) {
  const auto reason = unreadable_because(fetch);
  return reason ? std::string(to_string(*reason)) : "-";
}

}  // namespace

TEST_CASE("header fields keep their order and repeats, and names know no case") {
  Headers headers;
  headers.add("Set-Cookie", " a=1 ");
  headers.add(" X-Empty ", " \r\n");
  headers.add("SET-COOKIE", "b=2");
  CHECK(headers.get("set-cookie") == "a=1");
  CHECK(headers.get("Set-Cookie") == "a=1");
  CHECK(headers.all("set-cookie") == std::vector<std::string_view>{"a=1", "b=2"});
  CHECK(headers.get("x-empty") == "");
  CHECK_FALSE(headers.has("location"));
  CHECK(headers.fields()[2].first == "set-cookie");
}

TEST_CASE("a fetch tells the last of its hops") {
  Fetch fetch = answered(301);
  fetch.hops.push_back(hop(204));
  fetch.hops[0].timing.total = 700;
  fetch.hops[0].timing.first_byte = 600;
  CHECK(fetch.first_byte_us() == 0);  // the last hop was not measured
  fetch.hops[1].timing.first_byte = 50;
  CHECK(fetch.first_byte_us() == 750);
  CHECK(fetch.status() == 204);
  CHECK(fetch.ok());
  CHECK(fetch.answered().is_https());
  fetch.fault = Fault{FaultKind::timeout, ""};
  CHECK_FALSE(fetch.ok());
  const Fetch silent{
      .asked = *Url::parse("http://example.com/"), .hops = {}, .body = {}, .fault = {}};
  CHECK(silent.status() == 0);
  CHECK(silent.headers().empty());
  CHECK(silent.answered() == silent.asked);
  CHECK(silent.first_byte_us() == 0);
}

TEST_CASE("every name of an enumeration leads back to its value") {
  for (int i = 0; i <= static_cast<int>(FaultKind::not_captured); ++i)
    CHECK(fault_kind_from(to_string(static_cast<FaultKind>(i))) == static_cast<FaultKind>(i));
  for (int i = 0; i <= static_cast<int>(Reason::interrupted); ++i)
    CHECK(reason_from(to_string(static_cast<Reason>(i))) == static_cast<Reason>(i));
  for (int i = 0; i <= static_cast<int>(DnsType::soa); ++i)
    CHECK(dns_type_from(to_string(static_cast<DnsType>(i))) == static_cast<DnsType>(i));
  for (int i = 0; i <= static_cast<int>(DnsOutcome::undecided); ++i)
    CHECK(dns_outcome_from(to_string(static_cast<DnsOutcome>(i))) == static_cast<DnsOutcome>(i));
  CHECK(to_string(FaultKind::name_not_found) == "name-not-found");
  CHECK(to_string(Reason::blocked_403) == "blocked-403");
  CHECK(to_string(DnsType::aaaa) == "AAAA");
  CHECK(fault_kind_from("nothing") == std::nullopt);
  CHECK(reason_from("") == std::nullopt);
}

TEST_CASE("a status that says nothing of the company's page has a reason") {
  struct Case {
    int status;
    std::string why;
  };
  const Case cases[] = {{200, "-"},
                        {301, "-"},
                        {404, "-"},
                        {410, "-"},
                        {500, "-"},
                        {502, "-"},
                        {401, "blocked-403"},
                        {403, "blocked-403"},
                        {405, "blocked-403"},
                        {406, "blocked-403"},
                        {407, "blocked-403"},
                        {451, "geo-blocked"},
                        {429, "rate-limited"},
                        {503, "unavailable-503"}};
  for (const auto& [status, wanted] : cases) {
    INFO(status);
    CHECK(why(answered(status)) == wanted);
  }
  auto later = answered(503);
  later.hops[0].headers.add("Retry-After", "120");
  CHECK(why(later) == "rate-limited");
  auto head = answered(405);
  head.method = "HEAD";
  CHECK(why(head) == "-");
}

TEST_CASE("a fault of the company's is no reason, a fault of the way is one") {
  struct Case {
    FaultKind kind;
    std::string why;
  };
  const Case cases[] = {{FaultKind::name_not_found, "-"},
                        {FaultKind::refused, "-"},
                        {FaultKind::tls, "-"},
                        {FaultKind::redirect_loop, "-"},
                        {FaultKind::name_undecided, "dns-undecided"},
                        {FaultKind::timeout, "timeout"},
                        {FaultKind::robots_disallowed, "robots-disallowed"},
                        {FaultKind::budget_exhausted, "budget-exhausted"},
                        {FaultKind::interrupted, "interrupted"},
                        {FaultKind::not_captured, "not-captured"}};
  for (const auto& [kind, wanted] : cases) {
    auto fetch = answered(200);
    fetch.fault = Fault{kind, ""};
    INFO(to_string(kind));
    CHECK(why(fetch) == wanted);
  }
}
