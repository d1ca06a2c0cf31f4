#include <catch2/catch.hpp>

#include "checks/paint.h"
#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string kHome = "https://example.com/";
constexpr std::int64_t kKiB = 1024;

PaintInputs inputs(std::int64_t wait, std::int64_t html, std::int64_t blocking,
                   std::int64_t image) {
  PaintInputs in;
  in.server_wait = wait;
  in.html = html * kKiB;
  in.blocking = blocking * kKiB;
  in.any_blocking = blocking > 0;
  in.image = image * kKiB;
  in.candidate = image > 0 ? PaintInputs::Candidate::eager_image : PaintInputs::Candidate::text;
  return in;
}

void replace(SampleSite& sample, const std::string& now, const std::string& then) {
  std::string& page = sample.fetch(kHome, Role::home).body;
  page.replace(page.find(now), now.size(), then);
}

const std::string kHero = R"(<img src="/bread.png" width="1200" height="630")";

// The hero weighs so much; the first byte takes so long.
std::function<void(SampleSite&)> heavy(std::int64_t kib, int first_byte = 100) {
  return [=](SampleSite& s) {
    s.fetch(kHome + "bread.png").wire_bytes = kib * kKiB;
    for (Visit& visit : s.recording().visits) {
      if (visit.role == Role::timing) visit.fetch.hops.back().timing.first_byte = first_byte * 1000;
    }
  };
}

// The main part in place of the sample's: one picture, or what else.
std::function<void(SampleSite&)> pictures(int sized, int loose) {
  return [=](SampleSite& s) {
    std::string markup = "<p>";
    for (int i = 0; i < sized; ++i) markup += "<img src='/bread.png' width=1 height='1'>";
    for (int i = 0; i < loose; ++i) markup += "<img src='/bread.png' width=1>";
    replace(s, kHero, markup + "<br");
  };
}

std::function<void(SampleSite&)> style(const std::string& css) {
  return [=](SampleSite& s) { s.fetch(kHome + "style.css").body += css; };
}

std::string hero_of(const SampleSite& sample) {
  const Site site = sample.site();
  const auto files = loaded_files(site);
  const LoadedFile* hero = touchstone::hero_of(site, files);
  return hero ? hero->url.href() : "";
}

}  // namespace

TEST_CASE("the model of the largest paint has the values worked out by hand") {
  CHECK(largest_paint_ms(inputs(300, 30, 100, 200)) == 2700);
  CHECK(largest_paint_ms(inputs(120, 20, 40, 80)) == 1570);
  CHECK(largest_paint_ms(inputs(120, 20, 0, 0)) == 820);
  PaintInputs slow = inputs(900, 90, 400, 600);
  slow.candidate = PaintInputs::Candidate::late_image;
  slow.blocking_elsewhere = true;
  slow.blocking_scripts = 300 * kKiB;
  CHECK(largest_paint_ms(slow) == 8000);
}

TEST_CASE("the model counts connections and redirects") {
  PaintInputs in = inputs(100, 0, 0, 0);
  CHECK(first_paint_ms(in) == 450 + 150 + 100);
  in.tls13 = false;
  CHECK(first_paint_ms(in) == 600 + 150 + 100);
  in.https = false;
  CHECK(first_paint_ms(in) == 300 + 150 + 100);
  in.redirects_same_host = 1;
  in.redirects_new_host = 1;
  CHECK(first_paint_ms(in) == 300 + 150 + (300 + 150) + 150 + 100);
}

TEST_CASE("the main content of a page in time is wow") {
  hold_rows(
      "estimated-lcp", "lcp",
      {
          {"as it is", [](SampleSite&) {}, "wow"},
          {"a picture of 350 KiB", heavy(350), "so-so"},
          {"slow, but neither the first byte nor the weight is to blame", heavy(1000), "so-so"},
          {"slow by its weight", heavy(1700), "sucks"},
          {"slow by the server", heavy(600, 1500), "sucks"},
          {"the picture was left out for the budget",
           [](SampleSite& s) {
             s.remove(kHome + "bread.png");
             s.fault(kHome + "bread.png", Role::resource, FaultKind::budget_exhausted);
           },
           "not assessed: budget-exhausted"},
          {"without times",
           [](SampleSite& s) {
             for (Visit& visit : s.recording().visits) {
               for (Hop& hop : visit.fetch.hops) hop.timing = Timing{};
             }
           },
           "not assessed: not-captured"},
          {"a shell",
           [](SampleSite& s) {
             s.fetch(kHome, Role::home).body =
                 "<title>App</title><div id=\"root\"></div><script src=\"/app.js\"></script>";
           },
           "not assessed: js-rendered"},
      });
}

TEST_CASE("the largest picture of the first screen is found") {
  SampleSite sample = SampleSite::perfect();
  SECTION("by its attributes") {
    CHECK(hero_of(sample) == kHome + "bread.png");
  }
  SECTION("by its own pixels") {
    replace(sample, kHero, R"(<img src="/bread.png")");
    CHECK(hero_of(sample) == kHome + "bread.png");
  }
  SECTION("small ones are none") {
    replace(sample, kHero, R"(<img src="/bread.png" width="299" height="630")");
    CHECK(hero_of(sample) == "");
  }
  SECTION("dead ones are none") {
    sample.fetch(kHome + "bread.png").hops.back().status = 404;
    CHECK(hero_of(sample) == "");
  }
  SECTION("a film's poster is one") {
    replace(sample, kHero, R"(<video poster="/bread.png"></video><br)");
    CHECK(hero_of(sample) == kHome + "bread.png");
  }
  SECTION("a preload announces it, and takes nothing away") {
    replace(sample, "</head>", R"(<link rel="preload" as="image" href="/bread.png"></head>)");
    CHECK(hero_of(sample) == kHome + "bread.png");
  }
}

TEST_CASE("a main picture that is fetched first is a chip") {
  SampleSite sample = SampleSite::perfect();
  CHECK(judged("estimated-lcp", sample).touchpoint.chips.empty());
  SECTION("by its priority") {
    replace(sample, kHero, kHero + " fetchpriority=high");
  }
  SECTION("by a preload") {
    replace(sample, "</head>", R"(<link rel="preload" as="image" href="/bread.png"></head>)");
  }
  CHECK(judged("estimated-lcp", sample).touchpoint.chips ==
        std::vector<std::string>{"preloaded-hero"});
}

TEST_CASE("pictures without a size make the page jump") {
  hold_rows("estimated-lcp", "cls-risk",
            {
                {"all sized", [](SampleSite&) {}, "wow"},
                {"9 of 10", pictures(9, 1), "wow"},
                {"8 of 9", pictures(8, 1), "so-so"},
                {"half", pictures(2, 2), "so-so"},
                {"less than half", pictures(2, 3), "sucks"},
                {"one alone proves nothing", pictures(0, 1), "so-so"},
                {"none at all", [](SampleSite& s) { replace(s, kHero, "<br"); }, "not applicable"},
                {"a ratio will do",
                 [](SampleSite& s) {
                   replace(s, kHero, "<img src='/bread.png' style='aspect-ratio: 2'");
                 },
                 "wow"},
            });
}

TEST_CASE("web fonts must not hide the text") {
  hold_rows(
      "estimated-lcp", "font-risk",
      {
          {"fonts of the system", [](SampleSite&) {}, "wow"},
          {"swap", style("@font-face { src: url(a.woff2); font-display: swap }"), "wow"},
          {"optional", style("@font-face { src: url(a.woff2); FONT-DISPLAY : Optional; }"), "wow"},
          {"nothing said", style("@font-face { src: url(a.woff2) }"), "so-so"},
          {"block", style("@font-face { font-display: block; src: url(a.woff2) }"), "so-so"},
          {"written into the page",
           [](SampleSite& s) {
             replace(s, "</head>", "<style>@font-face { src: url(/a.woff2) }</style></head>");
           },
           "so-so"},
          {"a stylesheet was not seen",
           [](SampleSite& s) {
             s.remove(kHome + "style.css");
             s.fault(kHome + "style.css", Role::resource, FaultKind::timeout);
           },
           "not assessed: timeout"},
      });
}
