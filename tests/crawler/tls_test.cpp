#include "tests/crawler/ask.h"
#include "tests/crawler/tls_server.h"

using namespace touchstone;
using std::chrono::hours;

namespace {

const TestAuthority& authority() {
  static const TestAuthority shared;
  return shared;
}

// https://shop.example/ at the server, with the test's authority trusted.
CrawlOptions options_for(const TlsServer& server) {
  CrawlOptions options;
  options.ca_file = authority().file();
  options.connect_to = {"shop.example:443:127.0.0.1:" + std::to_string(server.port())};
  return options;
}

Fetch fetch_shop(const CertificateWish& wish, bool verify = true) {
  const TlsServer server(authority().issue(wish));
  Request request = get("https://shop.example/");
  request.verify_tls = verify;
  return fetch(request, options_for(server));
}

}  // namespace

TEST_CASE("a good certificate is verified and told in full") {
  const Fetch fetch = fetch_shop({.names = {"shop.example", "WWW.shop.example"}});
  CHECK(fault_of(fetch).empty());
  CHECK(fetch.body == "secret of shop.example");
  REQUIRE(fetch.hops.size() == 1);
  CHECK(fetch.hops[0].timing.tls >= fetch.hops[0].timing.connect);
  REQUIRE(fetch.hops[0].certificate);
  const Certificate& certificate = *fetch.hops[0].certificate;
  CHECK(certificate.verified);
  CHECK(certificate.verify_error.empty());
  CHECK(certificate.subject == "CN=shop.example");
  CHECK(certificate.issuer == "CN=Test Authority");
  CHECK(certificate.names ==
        std::vector<std::string>{"shop.example", "www.shop.example", "192.0.2.7"});
  CHECK(certificate.key_algorithm == "ec");
  CHECK(certificate.key_bits == 256);
  CHECK(certificate.signature_algorithm == "ecdsa-with-SHA256");
  CHECK(certificate.protocol == "TLSv1.3");
  CHECK(certificate.chain_length == 1);
  const auto lifetime = certificate.not_after - certificate.not_before;
  CHECK(lifetime == hours(24 * 31));
}

TEST_CASE("one version of TLS alone is spoken or none") {
  const TlsServer server(authority().issue({}));
  const auto speak = [&](const std::string& version) {
    Request request = get("https://shop.example/");
    request.method = "HEAD";
    request.verify_tls = false;
    request.fresh_connection = true;
    request.tls_version = version;
    return fetch(request, options_for(server));
  };
  for (const auto* version : {"TLSv1.2", "TLSv1.3"}) {
    const Fetch fetched = speak(version);
    CHECK(fault_of(fetched).empty());
    REQUIRE(fetched.hops.at(0).certificate);
    CHECK(fetched.hops[0].certificate->protocol == version);
  }
  const Fetch old = speak("TLSv1.1");  // which the server's OpenSSL does not allow
  REQUIRE(old.fault);
  CHECK(old.fault->kind == FaultKind::tls);
}

TEST_CASE("an RSA key is told with its bits") {
  const Fetch fetch = fetch_shop({.rsa = true});
  REQUIRE(fetch.hops.at(0).certificate);
  CHECK(fetch.hops[0].certificate->key_algorithm == "rsa");
  CHECK(fetch.hops[0].certificate->key_bits == 2048);
}

TEST_CASE("each way in which a certificate is wrong has its own words") {
  struct Case {
    const char* name;
    CertificateWish wish;
    const char* error;
  };
  const Case cases[] = {
      {"expired", {.begins = hours(-48), .ends = hours(-24)}, "certificate has expired"},
      {"not yet valid", {.begins = hours(24), .ends = hours(48)}, "certificate is not yet valid"},
      {"wrong name", {.names = {"other.example"}}, "hostname mismatch"},
      {"self-signed", {.self_signed = true}, "self-signed certificate"},
  };
  for (const auto& [name, wish, error] : cases) {
    INFO(name);
    const Fetch refused = fetch_shop(wish);
    CHECK(fault_of(refused) == "tls");
    CHECK_FALSE(refused.fault->detail.empty());
    CHECK(refused.body.empty());
    CHECK(refused.status() == 0);
    REQUIRE(refused.hops.size() == 1);
    REQUIRE(refused.hops[0].certificate);
    CHECK_FALSE(refused.hops[0].certificate->verified);
    CHECK(refused.hops[0].certificate->verify_error == error);
    CHECK(refused.hops[0].certificate->subject == "CN=" + wish.names.front());
    CHECK(refused.hops[0].certificate->protocol == "TLSv1.3");
    CHECK(refused.hops[0].certificate->chain_length == 1);

    const Fetch looked_at = fetch_shop(wish, false);
    CHECK(fault_of(looked_at).empty());
    REQUIRE(looked_at.hops.at(0).certificate);
    CHECK_FALSE(looked_at.hops[0].certificate->verified);
    CHECK(looked_at.hops[0].certificate->verify_error == error);
    // Another certificate of the same wish, which may have been issued a second later.
    Certificate again = *looked_at.hops[0].certificate;
    again.not_before = refused.hops[0].certificate->not_before;
    again.not_after = refused.hops[0].certificate->not_after;
    CHECK(again == *refused.hops[0].certificate);
  }
}

TEST_CASE("a certificate of an unknown authority is told apart from a self-signed one") {
  const TestAuthority stranger("A stranger");
  const TlsServer server(stranger.issue({}));
  const Fetch refused = fetch(get("https://shop.example/"), options_for(server));
  INFO(refused.fault->detail);
  CHECK(fault_of(refused) == "tls");
  REQUIRE(refused.hops.at(0).certificate);
  CHECK(refused.hops[0].certificate->verify_error == "unable to get local issuer certificate");
}

TEST_CASE("a second look at a certificate that is good after all finds it verified") {
  const Fetch fetch = fetch_shop({}, false);
  REQUIRE(fetch.hops.at(0).certificate);
  CHECK(fetch.hops[0].certificate->verified);
}

TEST_CASE("plain HTTP where TLS is expected is a fault of TLS") {
  const LocalServer server([](const ServedRequest&) { return ServedAnswer{}; });
  const Fetch fetch =
      touchstone::fetch(get("https://127.0.0.1:" + std::to_string(server.port()) + "/"));
  CHECK(fault_of(fetch) == "tls");
}
