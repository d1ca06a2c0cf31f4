#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

Phone phone(const std::string& e164) {
  Phone one;
  one.e164 = e164;
  one.url = "https://example.com/";
  return one;
}

// Two numbers of Germany: where the company is at home is beyond doubt.
Presence german() {
  Presence presence;
  presence.phones = {phone("+493012345678"), phone("+498912345678")};
  return presence;
}

SampleSite bare_site(const std::string& host, const std::string& json_ld = "") {
  SampleSite sample("https://" + host + "/");
  sample.page(
      "https://" + host + "/",
      "<title>Name</title><script type='application/ld+json'>" + json_ld + "</script><p>Hello</p>",
      Role::home);
  return sample;
}

}  // namespace

TEST_CASE("a company under a free host has no domain of its own") {
  struct HostRow {
    const char *host, *verdict;
  };
  const auto row = GENERATE(values<HostRow>({
      {"example.com", "wow"},
      {"example.co.uk", "wow"},
      {"bakery.wixsite.com", "sucks"},
      {"www.bakery.blogspot.de", "sucks"},
      {"bakery.blogspot.co.uk", "sucks"},
      {"bakery.byethost12.com", "sucks"},
      {"bakery.github.io", "sucks"},
      {"sites.google.com", "sucks"},
      {"linktr.ee", "sucks"},
      {"www.wix.com", "wow"},
      {"evil-wixsite.com", "wow"},
      {"bakery.cloudfront.net", "wow"},
      {"192.0.2.1", "not applicable"},
      {"localhost", "not applicable"},
  }));
  INFO(row.host);
  CHECK(judged("domain-zone", bare_site(row.host)).verdict("own-domain") == row.verdict);
}

TEST_CASE("a zone fits the countries that a company serves") {
  struct ZoneRow {
    const char *host, *verdict;
  };
  const auto row = GENERATE(values<ZoneRow>({
      {"example.de", "wow"},
      {"example.com", "wow"},
      {"example.gov", "wow"},
      {"example.edu", "wow"},
      {"example.shop", "so-so"},
      {"example.io", "so-so"},
      {"example.eu", "so-so"},
      {"example.org", "so-so"},
      {"example.pl", "sucks"},
      {"пример.рф", "sucks"},
      {"example.co.uk", "sucks"},
      {"bakery.wixsite.com", "not applicable"},
  }));
  INFO(row.host);
  CHECK(judged("domain-zone", bare_site(row.host), german()).verdict("country-fit") == row.verdict);
}

TEST_CASE("a country zone is not judged while nobody knows where the company is at home") {
  CHECK(judged("domain-zone", bare_site("example.pl")).verdict("country-fit") ==
        "not assessed: no-source");
  CHECK(judged("domain-zone", bare_site("example.com")).verdict("country-fit") == "wow");
}

TEST_CASE("one foreign number alone does not prove that a zone is wrong") {
  Presence presence;
  presence.phones = {phone("+493012345678")};
  CHECK(judged("domain-zone", bare_site("example.pl"), presence).verdict("country-fit") == "so-so");
}

TEST_CASE("the country of a postal address counts, and so does a Russian number of Kazakhstan") {
  const std::string address =
      R"({"@type": "Bakery", "address": {"@type": "PostalAddress", "addressCountry": "PL"}})";
  CHECK(judged("domain-zone", bare_site("example.pl", address)).verdict("country-fit") == "wow");
  Presence presence;
  presence.phones = {phone("+77272345678")};
  CHECK(judged("domain-zone", bare_site("example.kz"), presence).verdict("country-fit") == "wow");
}

TEST_CASE("a charity belongs under .org") {
  const std::string charity = R"({"@type": "NGO", "name": "Help"})";
  CHECK(judged("domain-zone", bare_site("example.org", charity)).verdict("country-fit") == "wow");
}

TEST_CASE("a closed site keeps the lexical part of its zone") {
  SampleSite sample = SampleSite::perfect("example.de");
  Fetch& home = sample.fetch("https://example.de/", Role::home);
  home.hops.back().status = 403;
  const JudgedSample result = judged("domain-zone", sample, german());
  CHECK(result.verdict("own-domain") == "wow");
  CHECK(result.verdict("country-fit") == "not assessed: blocked-403");
}
