#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/";

// What the server takes of the four versions; the others it refuses.
void speaks(SampleSite& sample, const std::vector<std::string>& versions) {
  for (const std::string version : {"TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"}) {
    const bool taken = std::find(versions.begin(), versions.end(), version) != versions.end();
    if (taken) {
      sample.page(home, "", Role::tls_version);
    } else {
      sample.fault(home, Role::tls_version, FaultKind::tls);
    }
    sample.recording().visits.back().note = version;
  }
  for (Visit& visit : sample.recording().visits) {
    for (Hop& hop : visit.fetch.hops) {
      if (visit.role == Role::tls_version || !hop.certificate) continue;
      hop.certificate->protocol = versions.empty() ? "TLSv1" : versions.back();
    }
  }
}

auto speaking(std::vector<std::string> versions) {
  return [versions](SampleSite& sample) { speaks(sample, versions); };
}

auto header(std::vector<std::pair<std::string, std::string>> fields) {
  return [fields](SampleSite& sample) {
    for (const auto& [name, value] : fields)
      SampleSite::set_header(sample.fetch(home), name, value);
  };
}

auto hsts(std::string value) {
  return header({{"strict-transport-security", value}});
}

void nothing(SampleSite&) {}

void without_https(SampleSite& sample) {
  SampleSite plain("http://example.com/");
  plain.page("http://example.com/", sample.fetch(home).body, Role::home);
  sample = plain;
}

}  // namespace

TEST_CASE("every verdict of the hardening can be reached") {
  hold_rows(
      "https-hardening",
      {
          {"modern alone", speaking({"TLSv1.2", "TLSv1.3"}), "versions", "wow"},
          {"the newest alone", speaking({"TLSv1.3"}), "versions", "wow"},
          {"without the newest", speaking({"TLSv1.2"}), "versions", "so-so"},
          {"an old one too", speaking({"TLSv1.1", "TLSv1.2", "TLSv1.3"}), "versions", "so-so"},
          {"old ones alone", speaking({"TLSv1", "TLSv1.1"}), "versions", "sucks"},
          {"old ones could not be tried",
           [](SampleSite& sample) {
             speaks(sample, {"TLSv1.2", "TLSv1.3"});
             std::erase_if(sample.recording().visits,
                           [](const Visit& visit) { return visit.note == "TLSv1"; });
           },
           "versions", "not assessed: budget-exhausted"},
          {"old ones timed out",
           [](SampleSite& sample) {
             speaks(sample, {"TLSv1.2", "TLSv1.3"});
             for (Visit& visit : sample.recording().visits)
               if (visit.note == "TLSv1") visit.fetch.fault->kind = FaultKind::timeout;
           },
           "versions", "not assessed: timeout"},
          {"no https at all", without_https, "versions", "not applicable"},

          {"a year", hsts("max-age=31536000; includeSubDomains"), "hsts", "wow"},
          {"in quotes", hsts("includeSubDomains; MAX-AGE=\"63072000\""), "hsts", "wow"},
          {"a day", hsts("max-age=86400"), "hsts", "so-so"},
          {"not told", nothing, "hsts", "so-so"},
          {"without a number", hsts("max-age=soon"), "hsts", "so-so"},
          {"taken back", hsts("max-age=0"), "hsts", "sucks"},
          {"no https at all", without_https, "hsts", "not applicable"},

          {"three of five",
           header({{"content-security-policy", "default-src 'self'; frame-ancestors 'none'"},
                   {"x-content-type-options", "NoSniff"}}),
           "headers", "wow"},
          {"in the page",
           [](SampleSite& sample) {
             header({{"x-frame-options", "DENY"}})(sample);
             swap_text(sample.fetch(home).body, "<title>",
                       "<meta http-equiv=Content-Security-Policy content=\"default-src 'self'\">"
                       "<meta name=referrer content=no-referrer><title>");
           },
           "headers", "wow"},
          {"two", header({{"permissions-policy", "camera=()"}, {"referrer-policy", "origin"}}),
           "headers", "so-so"},
          {"none", nothing, "headers", "so-so"},
          {"one that says nothing", header({{"x-content-type-options", "sniff"}}), "headers",
           "so-so"},

          {"nothing told", header({{"server", "nginx"}}), "leaks", "wow"},
          {"a version", header({{"server", "nginx/1.18.0"}}), "leaks", "so-so"},
          {"a version of a framework", header({{"x-aspnet-version", "4.0.30319"}}), "leaks",
           "so-so"},
          {"exactly", header({{"server", "Apache/2.4.41 (Ubuntu)"}}), "leaks", "sucks"},
          {"exactly, by what drives it",
           header({{"server", "nginx"}, {"x-powered-by", "PHP/7.4.3"}}), "leaks", "sucks"},
          {"we may not read it", [](SampleSite& s) { s.fetch(home).hops.back().status = 403; },
           "leaks", "not assessed: blocked-403"},
      });
}

TEST_CASE("a domain that may be preloaded is a chip") {
  SampleSite sample = SampleSite::perfect();
  speaks(sample, {"TLSv1.2", "TLSv1.3"});
  hsts("max-age=31536000; includeSubDomains; preload")(sample);
  CHECK(judged("https-hardening", sample).touchpoint.chips == std::vector<std::string>{"preload"});
  hsts("max-age=31536000; preload")(sample);
  CHECK(judged("https-hardening", sample).touchpoint.chips.empty());
}
