#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string kHome = "https://example.com/";
const std::string kPlain = "http://example.com/";
const std::string kWww = "https://www.example.com/";
const std::string kPlainWww = "http://www.example.com/";

// One way in, redirected once, in place of what the sample has.
void lead(SampleSite& sample, const std::string& from, const std::string& to, int status = 301) {
  sample.remove(from);
  sample.redirect(from, to, Role::entry, status);
}

void fail(SampleSite& sample, const std::string& from, FaultKind kind) {
  sample.remove(from);
  sample.fault(from, Role::entry, kind);
}

void serve(SampleSite& sample, const std::string& from, const std::string& html = "<p>Hello") {
  sample.remove(from);
  sample.page(from, html, Role::entry);
}

void canonical(SampleSite& sample, const std::string& tag) {
  std::string& html = sample.fetch(kHome, Role::home).body;
  const std::string now = R"(<link rel="canonical" href="https://example.com/">)";
  html.replace(html.find(now), now.size(), tag);
}

// `count` redirects before the home page.
void detour(SampleSite& sample, int count) {
  Fetch& fetch = sample.fetch(kPlainWww, Role::entry);
  while (static_cast<int>(fetch.hops.size()) <= count) {
    fetch.hops.insert(fetch.hops.begin(), fetch.hops.front());
  }
}

}  // namespace

TEST_CASE("every way in ends at the same secure page") {
  hold_rows("canonical-host", "entries",
            {
                {"all four", [](SampleSite&) {}, "wow"},
                {"www has no DNS record",
                 [](SampleSite& s) {
                   fail(s, kWww, FaultKind::name_not_found);
                   fail(s, kPlainWww, FaultKind::name_not_found);
                 },
                 "sucks"},
                {"www was not asked and has no DNS record",
                 [](SampleSite& s) {
                   s.remove(kWww);
                   s.remove(kPlainWww);
                   s.dns("www.example.com", DnsType::a, DnsOutcome::no_such_name);
                 },
                 "sucks"},
                {"one answers elsewhere", [](SampleSite& s) { serve(s, kWww); }, "so-so"},
                {"one has a bad certificate", [](SampleSite& s) { fail(s, kWww, FaultKind::tls); },
                 "so-so"},
                {"one timed out", [](SampleSite& s) { fail(s, kWww, FaultKind::timeout); }, "wow"},
                {"one met a challenge",
                 [](SampleSite& s) {
                   serve(s, kWww);
                   s.fetch(kWww).hops.back().status = 403;
                 },
                 "wow"},
                {"one failed and one timed out",
                 [](SampleSite& s) {
                   fail(s, kWww, FaultKind::timeout);
                   fail(s, kPlainWww, FaultKind::refused);
                 },
                 "so-so"},
                {"all but home timed out",
                 [](SampleSite& s) {
                   for (const auto& way : {kWww, kPlainWww, kPlain})
                     fail(s, way, FaultKind::timeout);
                 },
                 "not assessed: insufficient-evidence"},
                {"a capture of another tool", [](SampleSite& s) { s.recording().foreign = true; },
                 "not assessed: not-captured"},
            });
}

TEST_CASE("a site on a subdomain has two ways in") {
  SampleSite sample("https://shop.example.com/");
  sample.page("https://shop.example.com/", sample.perfect().fetch(kHome).body, Role::home);
  SECTION("both lead there") {
    sample.redirect("http://shop.example.com/", "https://shop.example.com/", Role::entry);
    CHECK(judged("canonical-host", sample).verdict("entries") == "wow");
  }
  SECTION("one of two is not enough") {
    sample.fault("http://shop.example.com/", Role::entry, FaultKind::refused);
    CHECK(judged("canonical-host", sample).verdict("entries") == "sucks");
  }
}

TEST_CASE("http hands over to https") {
  hold_rows("canonical-host", "https-upgrade",
            {
                {"for good", [](SampleSite&) {}, "wow"},
                {"by 308", [](SampleSite& s) { lead(s, kPlain, kHome, 308); }, "wow"},
                {"for a while", [](SampleSite& s) { lead(s, kPlain, kHome, 302); }, "so-so"},
                {"by 307", [](SampleSite& s) { lead(s, kPlainWww, kHome, 307); }, "so-so"},
                {"by a tag",
                 [](SampleSite& s) {
                   serve(
                       s, kPlain,
                       "<meta http-equiv='Refresh' content='0; URL=https://example.com/'><p>Hello");
                 },
                 "so-so"},
                {"not at all", [](SampleSite& s) { serve(s, kPlain); }, "sucks"},
                {"nobody listens to http",
                 [](SampleSite& s) {
                   fail(s, kPlain, FaultKind::refused);
                   fail(s, kPlainWww, FaultKind::refused);
                 },
                 "not applicable"},
                {"http timed out",
                 [](SampleSite& s) {
                   fail(s, kPlain, FaultKind::timeout);
                   fail(s, kPlainWww, FaultKind::timeout);
                 },
                 "not assessed: insufficient-evidence"},
            });
}

TEST_CASE("a site without https sucks") {
  SampleSite sample(kPlain);
  sample.page(kPlain, "<title>Example</title><p>Hello", Role::home);
  sample.fault(kHome, Role::entry, FaultKind::refused);
  const JudgedSample result = judged("canonical-host", sample);
  CHECK(result.verdict("https-upgrade") == "sucks");
  CHECK(result.touchpoint.verdict == Verdict::sucks);
}

TEST_CASE("redirects of a way in are counted") {
  hold_rows("canonical-host", "hops",
            {
                {"two", [](SampleSite& s) { detour(s, 2); }, "wow"},
                {"three", [](SampleSite& s) { detour(s, 3); }, "so-so"},
                {"four", [](SampleSite& s) { detour(s, 4); }, "sucks"},
            });
}

TEST_CASE("the home page names its own address") {
  hold_rows(
      "canonical-host", "canonical-link",
      {
          {"its own", [](SampleSite&) {}, "wow"},
          {"none", [](SampleSite& s) { canonical(s, ""); }, "so-so"},
          {"an empty one", [](SampleSite& s) { canonical(s, "<link rel=canonical href=''>"); },
           "so-so"},
          {"without host", [](SampleSite& s) { canonical(s, "<link rel=canonical href='/'>"); },
           "so-so"},
          {"in a Link field",
           [](SampleSite& s) {
             canonical(s, "");
             SampleSite::set_header(s.fetch(kHome, Role::home), "link",
                                    "<https://example.com/>; rel=\"canonical\"");
           },
           "wow"},
          {"a host that leads here",
           [](SampleSite& s) {
             canonical(s, "<link rel='Canonical' href='https://www.example.com/'>");
           },
           "so-so"},
          {"a host of its own",
           [](SampleSite& s) {
             serve(s, kWww);
             canonical(s, "<link rel=canonical href='https://www.example.com/'>");
           },
           "sucks"},
          {"a host that nobody asked",
           [](SampleSite& s) { canonical(s, "<link rel=canonical href='https://example.net/'>"); },
           "not assessed: insufficient-evidence"},
      });
}

TEST_CASE("a perfect host is wow, and a challenged one is not assessed") {
  SampleSite sample = SampleSite::perfect();
  CHECK(judged("canonical-host", sample).touchpoint.points == 100);
  Fetch& home = sample.fetch(kHome, Role::home);
  home.hops.back().status = 403;
  SampleSite::set_header(home, "cf-mitigated", "challenge");
  const JudgedSample closed = judged("canonical-host", sample);
  CHECK(closed.touchpoint.status == Status::not_assessed);
  CHECK(closed.verdict("entries") == "not assessed: bot-challenge");
}
