#include <catch2/catch.hpp>

#include "checks/speed.h"
#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string kHome = "https://example.com/";

// One sample a first byte, in milliseconds after the click; the server waits `wait` of it.
void set_samples(SampleSite& sample, const std::vector<int>& first_bytes, int round_trip = 20,
                 int wait = 60) {
  sample.remove(Role::timing);
  for (const int ms : first_bytes) {
    Timing timing;
    timing.name_lookup = 1'000;
    timing.connect = timing.name_lookup + round_trip * 1'000;
    timing.first_byte = ms * 1'000;
    timing.pretransfer = timing.first_byte - (wait + round_trip) * 1'000;
    timing.total = timing.first_byte + 1'000;
    SampleSite::set_timing(sample.page(kHome, "", Role::timing), timing);
  }
}

std::function<void(SampleSite&)> samples(std::vector<int> first_bytes, int round_trip = 20,
                                         int wait = 60) {
  return [=](SampleSite& s) { set_samples(s, first_bytes, round_trip, wait); };
}

}  // namespace

TEST_CASE("the wait for the first byte has the values worked out by hand") {
  struct PointsRow {
    int ms, points;
  };
  const auto row = GENERATE(values<PointsRow>({{400, 100},
                                               {600, 90},
                                               {800, 80},
                                               {801, 79},
                                               {1300, 60},
                                               {1800, 40},
                                               {1801, 39},
                                               {2700, 20},
                                               {3600, 0}}));
  SampleSite sample = SampleSite::perfect();
  set_samples(sample, {row.ms, row.ms, row.ms});
  CHECK(judged("ttfb", sample).component("ttfb").points == row.points);
}

TEST_CASE("a slow first byte from far away is not called bad") {
  hold_rows("ttfb", "ttfb",
            {
                {"quick", [](SampleSite&) {}, "wow"},
                {"slow and near", samples({2000, 2000, 2000}, 150), "sucks"},
                {"slow and far", samples({2000, 2000, 2000}, 151), "so-so"},
                {"slow once", samples({2000, 100, 100}), "wow"},
                {"a single slow sample proves nothing", samples({2000}), "so-so"},
            });
}

TEST_CASE("the server's own time leaves out the way to it") {
  hold_rows("ttfb", "server-wait",
            {
                {"200 ms", samples({900, 900, 900}, 100, 200), "wow"},
                {"201 ms", samples({900, 900, 900}, 100, 201), "so-so"},
                {"600 ms", samples({900, 900, 900}, 100, 600), "so-so"},
                {"601 ms", samples({900, 900, 900}, 100, 601), "sucks"},
            });
}

TEST_CASE("a site is steady when its slowest sample is near the middle") {
  hold_rows("ttfb", "steady",
            {
                {"twice", samples({500, 500, 1000}), "wow"},
                {"more than twice", samples({500, 500, 1010}), "so-so"},
                {"five times, but quick", samples({300, 300, 1500}), "so-so"},
                {"five times and slow", samples({400, 400, 2000}), "sucks"},
                {"one sample", samples({400}), "not assessed: insufficient-evidence"},
            });
}

TEST_CASE("the cold first sample is left out where three remain") {
  SampleSite sample = SampleSite::perfect();
  set_samples(sample, {3000, 300, 310, 320});
  const auto kept = timing_samples(sample.site());
  REQUIRE(kept.size() == 3);
  CHECK(kept.front().first_byte == 300'000);
}

TEST_CASE("redirects on the way to home are part of the wait") {
  SampleSite sample = SampleSite::perfect();
  sample.remove(Role::timing);
  Fetch& fetch = sample.redirect("http://example.com/", kHome, Role::timing);
  const auto kept = timing_samples(sample.site());
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].first_byte == fetch.first_byte_us());
  CHECK(kept[0].first_byte > fetch.hops.back().timing.first_byte);
}

TEST_CASE("without samples of its own the home visit tells the time") {
  SampleSite sample = SampleSite::perfect();
  sample.remove(Role::timing);
  CHECK(timing_samples(sample.site()).size() == 1);
}

TEST_CASE("what has no times is not captured") {
  SampleSite sample = SampleSite::perfect();
  for (Visit& visit : sample.recording().visits) {
    for (Hop& hop : visit.fetch.hops) hop.timing = Timing{};
  }
  CHECK(judged("ttfb", sample).verdict("ttfb") == "not assessed: not-captured");
}

TEST_CASE("the middle of an even number is the lower one") {
  CHECK(median({4, 1, 3, 2}) == 2);
  CHECK(median({5, 1, 3}) == 3);
  CHECK_FALSE(median({}));
}
