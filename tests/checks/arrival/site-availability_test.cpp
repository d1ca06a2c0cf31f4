#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string kHome = "https://example.com/";

// Home ended so, as often as it was asked.
void end_in(SampleSite& sample, std::initializer_list<FaultKind> faults) {
  sample.recording().visits.clear();
  sample.recording().dns.clear();
  int attempt = 0;
  for (const FaultKind kind : faults) sample.fault(kHome, Role::home, kind).attempt = ++attempt;
}

void answer_with(SampleSite& sample, int status) {
  sample.fetch(kHome, Role::home).hops.back().status = status;
}

void no_ipv6_connection(SampleSite& sample) {
  for (Visit& visit : sample.recording().visits) {
    for (Hop& hop : visit.fetch.hops) hop.address = "192.0.2.10";
  }
}

}  // namespace

TEST_CASE("a site answers at once, later, or provably not") {
  hold_rows(
      "site-availability", "responds",
      {
          {"at once", [](SampleSite&) {}, "wow"},
          {"at the second attempt", [](SampleSite& s) { s.fetch(kHome, Role::home).attempt = 2; },
           "so-so"},
          {"no such name, asked twice",
           [](SampleSite& s) {
             end_in(s, {FaultKind::name_not_found, FaultKind::name_not_found});
           },
           "sucks"},
          {"no such name, and the DNS says so too",
           [](SampleSite& s) {
             end_in(s, {FaultKind::name_not_found});
             s.dns("example.com", DnsType::a, DnsOutcome::no_such_name);
           },
           "sucks"},
          {"no such name, asked once",
           [](SampleSite& s) { end_in(s, {FaultKind::name_not_found}); }, "so-so"},
          {"refused three times",
           [](SampleSite& s) {
             end_in(s, {FaultKind::refused, FaultKind::refused, FaultKind::refused});
           },
           "sucks"},
          {"timeout",
           [](SampleSite& s) {
             end_in(s, {FaultKind::timeout, FaultKind::timeout});
           },
           "not assessed: timeout"},
          {"name server failed", [](SampleSite& s) { end_in(s, {FaultKind::name_undecided}); },
           "not assessed: dns-undecided"},
          {"bad certificate",
           [](SampleSite& s) {
             end_in(s, {FaultKind::tls, FaultKind::tls});
           },
           "not assessed: no-source"},
          {"404", [](SampleSite& s) { answer_with(s, 404); }, "sucks"},
          {"410", [](SampleSite& s) { answer_with(s, 410); }, "sucks"},
          {"503", [](SampleSite& s) { answer_with(s, 503); }, "not assessed: unavailable-503"},
          {"429", [](SampleSite& s) { answer_with(s, 429); }, "not assessed: rate-limited"},
          {"403", [](SampleSite& s) { answer_with(s, 403); }, "not assessed: blocked-403"},
          {"500 of one audit", [](SampleSite& s) { answer_with(s, 500); },
           "not assessed: unavailable-503"},
      });
}

TEST_CASE("a single audit knows no history") {
  hold_rows("site-availability", "history",
            {
                {"as it is", [](SampleSite&) {}, "not assessed: no-source"},
            });
}

TEST_CASE("IPv6 is judged where it can be seen") {
  hold_rows(
      "site-availability", "ipv6",
      {
          {"both", [](SampleSite&) {}, "wow"},
          {"no AAAA record",
           [](SampleSite& s) { s.dns("example.com", DnsType::aaaa, DnsOutcome::no_data); },
           "so-so"},
          {"no AAAA record, on a machine without IPv6",
           [](SampleSite& s) {
             s.recording().machine_has_ipv6 = false;
             s.dns("example.com", DnsType::aaaa, DnsOutcome::no_data);
           },
           "so-so"},
          {"a machine without IPv6",
           [](SampleSite& s) {
             s.recording().machine_has_ipv6 = false;
             no_ipv6_connection(s);
           },
           "not assessed: no-network"},
          {"nobody tried IPv6", no_ipv6_connection, "not assessed: insufficient-evidence"},
          {"IPv6 refuses",
           [](SampleSite& s) {
             no_ipv6_connection(s);
             Fetch& fetch = s.fetch(kHome, Role::timing);
             fetch.fault = Fault{FaultKind::refused, ""};
             fetch.hops.back().status = 0;
             fetch.hops.back().address = "2001:db8::10";
           },
           "sucks"},
          {"the name server failed",
           [](SampleSite& s) { s.dns("example.com", DnsType::aaaa, DnsOutcome::undecided); },
           "not assessed: dns-undecided"},
          {"nobody asked the name server", [](SampleSite& s) { s.recording().dns.clear(); },
           "not assessed: no-source"},
          {"a challenge", [](SampleSite& s) { answer_with(s, 403); }, "not assessed: blocked-403"},
      });
}

TEST_CASE("a dead name makes availability suck as a whole") {
  SampleSite sample = SampleSite::perfect();
  end_in(sample, {FaultKind::name_not_found, FaultKind::name_not_found});
  CHECK(judged("site-availability", sample).touchpoint.verdict == Verdict::sucks);
}
