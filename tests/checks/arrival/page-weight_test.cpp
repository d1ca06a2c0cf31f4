#include <catch2/catch.hpp>

#include "checks/speed.h"
#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string kHome = "https://example.com/";
constexpr std::int64_t kKiB = 1024;

// The hero weighs so much that the page does.
std::function<void(SampleSite&)> whole(std::int64_t kib) {
  return [=](SampleSite& s) {
    Fetch& hero = s.fetch(kHome + "bread.png");
    hero.wire_bytes = 0;
    hero.wire_bytes = kib * kKiB - weigh(s.site(), loaded_files(s.site())).total;
  };
}

std::function<void(SampleSite&)> script(std::int64_t kib) {
  return [=](SampleSite& s) { s.fetch(kHome + "script.js").wire_bytes = kib * kKiB; };
}

std::function<void(SampleSite&)> html(std::int64_t kib) {
  return [=](SampleSite& s) { s.fetch(kHome, Role::home).wire_bytes = kib * kKiB; };
}

void fail(SampleSite& sample, const std::string& path, FaultKind kind) {
  sample.remove(kHome + path);
  sample.fault(kHome + path, Role::resource, kind);
}

void insert(SampleSite& sample, const std::string& markup) {
  std::string& page = sample.fetch(kHome, Role::home).body;
  page.insert(page.find("</main>"), markup);
}

bool loads(const SampleSite& sample, const std::string& address) {
  const Site site = sample.site();
  for (const LoadedFile& file : loaded_files(site)) {
    if (file.url.href() == address) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("the home page is weighed with its files") {
  hold_rows("page-weight", "total",
            {
                {"1600 KiB", whole(1600), "wow"},
                {"1601 KiB", whole(1601), "so-so"},
                {"5000 KiB", whole(5000), "so-so"},
                {"5001 KiB", whole(5001), "sucks"},
                {"a file is left out for the budget",
                 [](SampleSite& s) { fail(s, "bread.png", FaultKind::budget_exhausted); },
                 "not assessed: budget-exhausted"},
                {"what was weighed before the budget ended is too much already",
                 [](SampleSite& s) {
                   fail(s, "bread.png", FaultKind::budget_exhausted);
                   script(5001)(s);
                 },
                 "sucks"},
                {"a file that fails weighs nothing",
                 [](SampleSite& s) { fail(s, "bread.png", FaultKind::refused); }, "wow"},
                {"a shell",
                 [](SampleSite& s) {
                   s.fetch(kHome, Role::home).body =
                       "<title>App</title><div id=\"root\"></div><script src=\"/app.js\"></script>";
                 },
                 "not assessed: js-rendered"},
                {"a challenge",
                 [](SampleSite& s) { s.fetch(kHome, Role::home).hops.back().status = 403; },
                 "not assessed: blocked-403"},
            });
}

TEST_CASE("the HTML is weighed alone") {
  hold_rows("page-weight", "html",
            {
                {"100 KiB", html(100), "wow"},
                {"101 KiB", html(101), "so-so"},
                {"500 KiB", html(500), "so-so"},
                {"501 KiB", html(501), "sucks"},
                {"cut off", [](SampleSite& s) { s.fetch(kHome, Role::home).truncated = true; },
                 "not assessed: truncated"},
            });
}

TEST_CASE("scripts are weighed alone") {
  hold_rows("page-weight", "scripts",
            {
                {"400 KiB", script(400), "wow"},
                {"401 KiB", script(401), "so-so"},
                {"1500 KiB", script(1500), "so-so"},
                {"1501 KiB", script(1501), "sucks"},
                {"left out for the budget",
                 [](SampleSite& s) { fail(s, "script.js", FaultKind::budget_exhausted); },
                 "not assessed: budget-exhausted"},
            });
}

TEST_CASE("a complete page of 200 KiB is a featherweight") {
  SampleSite sample = SampleSite::perfect();
  whole(200)(sample);
  CHECK(judged("page-weight", sample).touchpoint.chips ==
        std::vector<std::string>{"featherweight"});
  whole(201)(sample);
  CHECK(judged("page-weight", sample).touchpoint.chips.empty());
}

TEST_CASE("lazy pictures after the third are not loaded at once") {
  SampleSite sample = SampleSite::perfect();
  for (const char* name : {"1", "2", "3", "4"}) {
    insert(sample, std::string("<img loading=lazy src='/lazy") + name + ".png'>");
  }
  CHECK(loads(sample, kHome + "lazy3.png"));
  CHECK_FALSE(loads(sample, kHome + "lazy4.png"));
}

TEST_CASE("a stylesheet brings its imports, pictures and the fonts that the page's letters need") {
  SampleSite sample = SampleSite::perfect();
  sample.fetch(kHome + "style.css").body = R"(@import "more.css";
/* url(comment.png) */
.hero { background: url( 'hero.png' ) } .icon { background: url(data:image/png;base64,AA) }
@font-face { font-family: A; src: url(a.eot); src: local("A"), url(a.woff2) format("woff2"), url(a.woff) }
@font-face { font-family: A; unicode-range: U+0400-04FF; src: url(a-cyrillic.woff2) })";
  CHECK(loads(sample, kHome + "more.css"));
  CHECK(loads(sample, kHome + "hero.png"));
  CHECK(loads(sample, kHome + "a.woff2"));
  CHECK_FALSE(loads(sample, kHome + "a.woff"));
  CHECK_FALSE(loads(sample, kHome + "a-cyrillic.woff2"));
  CHECK_FALSE(loads(sample, kHome + "comment.png"));
}

TEST_CASE("strangers who keep robots out leave the weight a lower bound") {
  SampleSite sample = SampleSite::perfect();
  insert(sample, "<script src='https://example.net/a.js'></script>");
  sample.fault("https://example.net/a.js", Role::resource, FaultKind::robots_disallowed);
  const JudgedSample result = judged("page-weight", sample);
  CHECK(result.verdict("total") == "wow");
  CHECK(result.touchpoint.chips.empty());
}

TEST_CASE("speed is told for the whole page") {
  SampleSite sample = SampleSite::perfect();
  const Speed speed = measure_speed(sample.site());
  CHECK(speed.requests == 4);
  CHECK(speed.first_byte_ms == 106);
  CHECK(speed.bytes == weigh(sample.site(), loaded_files(sample.site())).total);
  CHECK(speed.fcp_ms.has_value());
  CHECK(*speed.lcp_ms >= *speed.fcp_ms);
}
