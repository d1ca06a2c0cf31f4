#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/", address = home + "app.webmanifest",
                  middle = home + "icon-192.png", large = home + "icon-512.png";
const std::string json = R"({"name": "Example bakery", "short_name": "Example", "start_url": "/",
 "display": "standalone", "theme_color": "#a52", "icons": [{"src": "icon-192.png"}, {"src": "/icon-512.png"}]})";

void name_manifest(SampleSite& sample) {
  swap_text(sample.fetch(home).body, "</head>", "<link rel=manifest href=/app.webmanifest></head>");
}

void perfect(SampleSite& sample) {
  name_manifest(sample);
  sample.answer(address, Role::manifest, "application/manifest+json", json);
  for (const auto& [url, side] : {std::pair{middle, 192}, std::pair{large, 512}}) {
    sample.answer(url, Role::icon, "image/png", sample_png(side, side));
    sample.visit(url, Role::icon).note = "manifest";
  }
}

auto swapped(std::string from, std::string to) {
  return [from, to](SampleSite& sample) {
    perfect(sample);
    swap_text(sample.fetch(address).body, from, to);
  };
}

auto answering(int status) {
  return [status](SampleSite& sample) {
    perfect(sample);
    sample.fetch(address).hops.back().status = status;
  };
}

auto without(std::string icon) {
  return [icon](SampleSite& sample) {
    perfect(sample);
    sample.fetch(icon).body = "none";
  };
}

auto starting(int status) {
  return [status](SampleSite& sample) {
    swapped("\"/\"", "\"/app\"")(sample);
    sample.page(home + "app", "<p>x</p>", Role::link).hops.back().status = status;
  };
}

}  // namespace

TEST_CASE("every verdict of the manifest can be reached") {
  hold_rows("web-manifest",
            {
                {"sound", perfect, "parses", "wow"},
                {"gone", answering(404), "parses", "sucks"},
                {"no JSON", swapped("{\"name\"", "<p>"), "parses", "sucks"},
                {"a list",
                 [](SampleSite& s) {
                   perfect(s);
                   s.fetch(address).body = "[1]";
                 },
                 "parses", "sucks"},
                {"behind a password", answering(401), "parses", "not assessed: blocked-403"},
                {"not asked", name_manifest, "parses", "not assessed: budget-exhausted"},

                {"both", perfect, "names", "wow"},
                {"the long one", swapped("short_name", "x"), "names", "so-so"},
                {"too long", swapped("\"Example\"", "\"Example bakery\""), "names", "so-so"},
                {"neither", swapped("name\":", "x\":"), "names", "sucks"},

                {"both sizes", perfect, "icons", "wow"},
                {"one", without(middle), "icons", "so-so"},
                {"none",
                 [](SampleSite& s) {
                   without(middle)(s);
                   s.fetch(large).body = "none";
                 },
                 "icons", "sucks"},
                {"none listed", swapped("icons", "x"), "icons", "sucks"},
                {"not asked",
                 [](SampleSite& s) {
                   perfect(s);
                   s.remove(large);
                 },
                 "icons", "not assessed: budget-exhausted"},

                {"like an app", perfect, "start", "wow"},
                {"at another page", starting(200), "start", "wow"},
                {"without an address", swapped("start_url", "x"), "start", "wow"},
                {"in the browser", swapped("standalone", "browser"), "start", "so-so"},
                {"not said", swapped("display", "x"), "start", "so-so"},
                {"at a dead page", starting(404), "start", "sucks"},
                {"at a page nobody asked for", swapped("\"/\"", "\"/?app\""), "start",
                 "not assessed: budget-exhausted"},

                {"a colour", perfect, "theme", "wow"},
                {"none", swapped("theme_color", "x"), "theme", "so-so"},
                {"in the page",
                 [](SampleSite& s) {
                   swapped("theme_color", "x")(s);
                   swap_text(s.fetch(home).body, "</head>",
                             "<meta name=theme-color content=red></head>");
                 },
                 "theme", "wow"},
            });
}

TEST_CASE("no manifest is an opportunity") {
  const JudgedSample found = judged("web-manifest", SampleSite::perfect());
  CHECK(found.touchpoint.status == Status::absent);
}

TEST_CASE("shortcuts are a chip") {
  SampleSite sample = SampleSite::perfect();
  swapped("\"icons\"",
          "\"shortcuts\": [{\"name\": \"Order\", \"url\": \"/order\"}], \"icons\"")(sample);
  CHECK(judged("web-manifest", sample).touchpoint.chips == std::vector<std::string>{"shortcuts"});
}
