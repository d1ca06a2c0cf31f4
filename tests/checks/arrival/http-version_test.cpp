#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/";

auto spoken(std::string version) {
  return [version](SampleSite& s) { s.fetch(home, Role::home).hops.back().http_version = version; };
}

bool h3(const SampleSite& sample) {
  return judged("http-version", sample).touchpoint.chips == std::vector<std::string>{"h3"};
}

}  // namespace

TEST_CASE("every version of HTTP has its verdict") {
  hold_rows("http-version", "version",
            {
                {"HTTP/2", spoken("2"), "wow"},
                {"HTTP/3", spoken("3"), "wow"},
                {"HTTP/1.1", spoken("1.1"), "so-so"},
                {"HTTP/1.0", spoken("1.0"), "sucks"},
                {"nobody noted it", spoken(""), "not assessed: not-captured"},
                {"a wall answers by a version too",
                 [](SampleSite& s) { s.fetch(home, Role::home).hops.back().status = 403; }, "wow"},
                {"nobody answered",
                 [](SampleSite& s) {
                   s.remove(Role::home);
                   s.fault(home, Role::home, FaultKind::timeout);
                 },
                 "not assessed: timeout"},
            });
}

TEST_CASE("HTTP/3 is announced in two ways") {
  SampleSite sample = SampleSite::perfect();
  CHECK_FALSE(h3(sample));
  SampleSite::set_header(sample.fetch(home, Role::home), "alt-svc", "h2=\":443\"");
  CHECK_FALSE(h3(sample));
  SampleSite::set_header(sample.fetch(home, Role::home), "alt-svc", "h3=\":443\"; ma=86400");
  CHECK(h3(sample));
  SampleSite by_name = SampleSite::perfect();
  by_name.dns("example.com", DnsType::https, DnsOutcome::answered, {"1 . alpn=h3,h2"});
  CHECK(h3(by_name));
}
