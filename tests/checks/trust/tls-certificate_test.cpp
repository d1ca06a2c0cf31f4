#include <catch2/catch.hpp>

#include "checks/certificates.h"
#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

using std::chrono::days;
using std::chrono::hours;

const std::string kHome = "https://example.com/";

// Changes the certificate of example.com in every answer; `error` makes it fail.
void change(SampleSite& sample, const std::function<void(Certificate&)>& edit,
            const std::string& error = "") {
  for (Visit& visit : sample.recording().visits) {
    for (Hop& hop : visit.fetch.hops) {
      if (!hop.certificate || hop.url.host() != "example.com") continue;
      edit(*hop.certificate);
      hop.certificate->verified = error.empty();
      hop.certificate->verify_error = error;
    }
  }
}

// `left` days of a life of `life` days.
void age(SampleSite& sample, int life, int left) {
  const Time now = sample.recording().taken;
  change(sample, [&](Certificate& c) {
    c.not_after = now + days(left);
    c.not_before = c.not_after - days(life);
  });
}

void key(SampleSite& sample, const std::string& algorithm, int bits) {
  change(sample, [&](Certificate& c) {
    c.key_algorithm = algorithm;
    c.key_bits = bits;
  });
}

Certificate issued_on(std::chrono::year_month_day day, int lifetime) {
  Certificate certificate = sample_certificate({"example.com"}, {});
  certificate.not_before = std::chrono::sys_days(day);
  certificate.not_after = certificate.not_before + days(lifetime);
  return certificate;
}

}  // namespace

TEST_CASE("a certificate that browsers refuse sucks") {
  hold_rows(
      "tls-certificate", "valid",
      {
          {"verifies", [](SampleSite&) {}, "wow"},
          {"expired",
           [](SampleSite& s) {
             age(s, 90, -1);
             change(
                 s, [](Certificate&) {}, "certificate has expired");
           },
           "sucks"},
          {"not yet valid",
           [](SampleSite& s) {
             age(s, 90, 91);
             change(
                 s, [](Certificate&) {}, "certificate is not yet valid");
           },
           "sucks"},
          {"wrong name",
           [](SampleSite& s) {
             change(
                 s, [](Certificate& c) { c.names = {"host.example.net"}; }, "hostname mismatch");
           },
           "sucks"},
          {"self-signed",
           [](SampleSite& s) {
             change(
                 s, [](Certificate& c) { c.issuer = c.subject; }, "self-signed certificate");
           },
           "sucks"},
          {"unknown issuer",
           [](SampleSite& s) {
             change(
                 s, [](Certificate& c) { c.issuer = "CN=Our own"; }, "unable to get local issuer");
           },
           "sucks"},
          {"without its intermediate",
           [](SampleSite& s) {
             change(
                 s, [](Certificate& c) { c.chain_length = 1; }, "unable to get local issuer");
           },
           "so-so"},
          {"no handshake",
           [](SampleSite& s) {
             s.recording().visits.clear();
             s.fault(kHome, Role::home, FaultKind::tls);
           },
           "sucks"},
      });
}

TEST_CASE("the share of a certificate's lifetime counts, not its days") {
  hold_rows("tls-certificate", "left",
            {
                {"9 of 100 days", [](SampleSite& s) { age(s, 100, 9); }, "sucks"},
                {"10 of 100 days", [](SampleSite& s) { age(s, 100, 10); }, "so-so"},
                {"24 of 100 days", [](SampleSite& s) { age(s, 100, 24); }, "so-so"},
                {"25 of 100 days", [](SampleSite& s) { age(s, 100, 25); }, "wow"},
                {"5 of 6 days", [](SampleSite& s) { age(s, 6, 5); }, "wow"},
                {"without dates",
                 [](SampleSite& s) {
                   change(s, [](Certificate& c) { c.not_before = c.not_after = Time{}; });
                 },
                 "not assessed: not-captured"},
            });
  SampleSite sample = SampleSite::perfect();
  age(sample, 6, 5);
  CHECK(judged("tls-certificate", sample).component("left").value == Value(std::int64_t{83}));
}

TEST_CASE("keys and signatures must be of today") {
  hold_rows(
      "tls-certificate", "strength",
      {
          {"EC 256", [](SampleSite&) {}, "wow"},
          {"RSA 2048", [](SampleSite& s) { key(s, "rsa", 2048); }, "wow"},
          {"Ed25519", [](SampleSite& s) { key(s, "ed25519", 253); }, "wow"},
          {"RSA 1024", [](SampleSite& s) { key(s, "rsa", 1024); }, "sucks"},
          {"EC 192", [](SampleSite& s) { key(s, "ec", 192); }, "so-so"},
          {"SHA-1",
           [](SampleSite& s) {
             change(s, [](Certificate& c) { c.signature_algorithm = "sha1WithRSAEncryption"; });
           },
           "sucks"},
          {"MD5",
           [](SampleSite& s) {
             change(s, [](Certificate& c) { c.signature_algorithm = "md5WithRSAEncryption"; });
           },
           "sucks"},
          {"two years", [](SampleSite& s) { age(s, 730, 700); }, "so-so"},
          {"not captured", [](SampleSite& s) { key(s, "", 0); }, "not assessed: not-captured"},
      });
}

TEST_CASE("the limit of a lifetime is the one at the issue") {
  using std::chrono::day, std::chrono::month, std::chrono::year;
  CHECK(days_over_limit(issued_on(year(2019) / 5 / 1, 825)) == 0);
  CHECK(days_over_limit(issued_on(year(2026) / 3 / 14, 398)) == 0);
  CHECK(days_over_limit(issued_on(year(2026) / 3 / 15, 201)) == 1);
  CHECK(days_over_limit(issued_on(year(2027) / 3 / 15, 100)) == 0);
  CHECK(days_over_limit(issued_on(year(2029) / 3 / 15, 90)) == 43);
}

TEST_CASE("names of a certificate cover hosts by whole labels") {
  Certificate certificate;
  certificate.names = {"example.com", "*.example.com", "192.0.2.1"};
  CHECK(covers(certificate, "example.com"));
  CHECK(covers(certificate, "www.example.com"));
  CHECK(covers(certificate, "192.0.2.1"));
  CHECK_FALSE(covers(certificate, "a.b.example.com"));
  CHECK_FALSE(covers(certificate, "badexample.com"));
}

TEST_CASE("every own host that was met has to be valid") {
  hold_rows("tls-certificate", "all-hosts",
            {
                {"all", [](SampleSite&) {}, "wow"},
                {"www has another name",
                 [](SampleSite& s) {
                   s.remove("https://www.example.com/");
                   s.fault("https://www.example.com/", Role::entry, FaultKind::tls);
                 },
                 "sucks"},
                {"old versions of TLS are refused, as they should be",
                 [](SampleSite& s) {
                   s.fault("https://example.com/", Role::tls_version, FaultKind::tls);
                 },
                 "wow"},
                {"www does not exist",
                 [](SampleSite& s) {
                   s.remove("https://www.example.com/");
                   s.fault("https://www.example.com/", Role::entry, FaultKind::name_not_found);
                 },
                 "wow"},
                {"a foreign host does not count",
                 [](SampleSite& s) {
                   s.fault("https://example.net/a.js", Role::resource, FaultKind::tls);
                 },
                 "wow"},
            });
}

TEST_CASE("a site that only speaks http lacks its certificate") {
  SampleSite sample("http://example.com/");
  sample.page("http://example.com/", "<title>Example</title><p>Hello", Role::home);
  SECTION("nobody asked for https: not known") {
    CHECK(judged("tls-certificate", sample).touchpoint.status == Status::not_assessed);
  }
  SECTION("https timed out: not known") {
    sample.fault(kHome, Role::entry, FaultKind::timeout);
    CHECK(judged("tls-certificate", sample).verdict("valid") == "not assessed: timeout");
  }
  SECTION("https is refused: missing") {
    sample.fault(kHome, Role::entry, FaultKind::refused);
    const JudgedSample result = judged("tls-certificate", sample);
    CHECK(result.touchpoint.status == Status::missing);
    CHECK(result.touchpoint.points == 0);
  }
  SECTION("something else listens on the port: missing") {
    sample.fault(kHome, Role::entry, FaultKind::protocol);
    CHECK(judged("tls-certificate", sample).touchpoint.status == Status::missing);
  }
}

TEST_CASE("the certificate of a site that ends in a TLS error is read from the second look") {
  SampleSite sample(kHome);
  sample.fault(kHome, Role::home, FaultKind::tls);
  sample.page(kHome, "", Role::unverified_tls);
  const Time now = sample.recording().taken;
  change(
      sample, [&](Certificate& c) { c.not_after = now - hours(1); }, "certificate has expired");
  const JudgedSample result = judged("tls-certificate", sample);
  CHECK(result.verdict("valid") == "sucks");
  CHECK(result.component("valid").says.find("expired") != std::string::npos);
  CHECK(result.touchpoint.verdict == Verdict::sucks);
}

TEST_CASE("behind a challenge and in a foreign capture no certificate is judged") {
  SampleSite sample = SampleSite::perfect();
  SECTION("challenge") {
    Fetch& home = sample.fetch(kHome, Role::home);
    home.hops.back().status = 403;
    SampleSite::set_header(home, "cf-mitigated", "challenge");
    CHECK(judged("tls-certificate", sample).verdict("valid") == "not assessed: bot-challenge");
  }
  SECTION("foreign") {
    sample.recording().foreign = true;
    for (Visit& visit : sample.recording().visits) {
      for (Hop& hop : visit.fetch.hops) hop.certificate.reset();
    }
    CHECK(judged("tls-certificate", sample).verdict("valid") == "not assessed: not-captured");
  }
}
