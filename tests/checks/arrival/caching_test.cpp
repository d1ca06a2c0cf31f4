#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/";
const std::vector<std::string> files{"style.css", "script.js", "bread.png", "icon-180.png"};

// The first `count` of the page's three files have the field.
auto with(std::string name, std::string value, std::size_t count = 3) {
  return [=](SampleSite& s) {
    for (std::size_t i = 0; i < count; ++i) {
      SampleSite::set_header(s.fetch(home + files[i]), name, value);
    }
  };
}

auto asked_again(int status, std::string etag = "\"1\"") {
  return [=](SampleSite& s) {
    with("etag", "\"1\"")(s);
    for (const auto* file : {"style.css", "script.js"}) {
      Fetch& again = s.answer(home + file, Role::revalidation, "text/css", "");
      again.hops.back().status = status;
      SampleSite::set_header(again, "etag", etag);
    }
  };
}

}  // namespace

TEST_CASE("what browsers may keep is counted") {
  hold_rows(
      "caching",
      {
          {"all for a year", with("cache-control", "public, max-age=31536000"), "fresh", "wow"},
          {"all for a week", with("cache-control", "Max-Age=\"604800\""), "fresh", "wow"},
          {"a day", with("cache-control", "max-age=86400"), "fresh", "sucks"},
          {"for proxies alone", with("cache-control", "s-maxage=31536000"), "fresh", "sucks"},
          {"forbidden", with("cache-control", "no-store, max-age=31536000"), "fresh", "sucks"},
          {"no number", with("cache-control", "max-age=long"), "fresh", "sucks"},
          {"beyond all numbers", with("cache-control", "max-age=99999999999999999999"), "fresh",
           "wow"},
          {"two of three", with("cache-control", "max-age=604800", 2), "fresh", "so-so"},
          {"one of three", with("cache-control", "max-age=604800", 1), "fresh", "so-so"},
          {"by a date", with("expires", "Wed, 11 Mar 2026 09:00:00 GMT"), "fresh", "wow"},
          {"by a date of the past", with("expires", "0"), "fresh", "sucks"},
          {"nothing said", [](SampleSite&) {}, "fresh", "sucks"},
          {"no file of its own",
           [](SampleSite& s) { s.fetch(home).body = "<p>" + std::string(3000, 'x') + "</p>"; },
           "fresh", "not applicable"},
          {"files that nobody looked at",
           [](SampleSite& s) {
             s.remove(Role::resource);
             s.remove(Role::icon);
             s.fault(home + "style.css", Role::resource, FaultKind::budget_exhausted);
           },
           "fresh", "not assessed: insufficient-evidence"},

          {"no validator", [](SampleSite&) {}, "revalidate", "so-so"},
          {"not modified", asked_again(304), "revalidate", "wow"},
          {"sent again", asked_again(200), "revalidate", "sucks"},
          {"changed meanwhile", asked_again(200, "\"2\""), "revalidate",
           "not assessed: insufficient-evidence"},
          {"not asked again", with("last-modified", "Mon, 12 Jan 2026 09:00:00 GMT"), "revalidate",
           "not assessed: insufficient-evidence"},
          {"refused", asked_again(403), "revalidate", "not assessed: insufficient-evidence"},
      });
}
