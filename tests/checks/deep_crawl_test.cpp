// What a deep crawl of the whole site adds to checks that read a sample of it.

#include <catch2/catch.hpp>

#include "checks/presence.h"
#include "site/deep_summary.h"
#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/";

auto crawled(const std::function<void(DeepSummary&)>& with) {
  return [with](SampleSite& sample) {
    DeepSummary deep;
    deep.pages = deep.addresses = deep.titled = deep.described = 1000;
    deep.links_checked = 2000;
    with(deep);
    sample.recording().deep = std::make_shared<const DeepSummary>(std::move(deep));
  };
}

DeepSummary::BrokenLink dead(const std::string& path, int status = 404) {
  return {.url = home + path, .status = status, .fault = {}, .pages = 3, .found_on = home};
}

JudgedSample judged_with(std::string_view touchpoint,
                         const std::function<void(SampleSite&)>& breaks) {
  auto sample = SampleSite::perfect();
  breaks(sample);
  return judged(touchpoint, sample);
}

}  // namespace

TEST_CASE("dead links of the whole site count, those of the sample among them") {
  hold_rows("broken-links", "internal",
            {{"a whole site without one", crawled([](DeepSummary&) {}), "wow"},
             {"one of 2,000", crawled([](DeepSummary& deep) {
                deep.broken_addresses = 1;
                deep.broken = {dead("gone")};
              }),
              "so-so"},
             {"more than are listed", crawled([](DeepSummary& deep) {
                deep.broken_addresses = 100;
                deep.broken = {dead("gone")};
              }),
              "sucks"},
             {"one that answers by now", crawled([](DeepSummary& deep) {
                deep.broken_addresses = 1;
                deep.broken = {dead("contact/")};
              }),
              "wow"}});
  const auto told = judged_with("broken-links", crawled([](DeepSummary& deep) {
                                  deep.broken_addresses = 1;
                                  deep.broken = {dead("gone")};
                                }));
  const Fact& fact = *told.facts.find("internal_dead");
  REQUIRE(fact.evidence.size() == 1);
  CHECK(fact.evidence[0].url == home);
  CHECK(fact.evidence[0].excerpt == "404 " + home + "gone");
}

TEST_CASE("server errors of the whole site count") {
  const auto told = judged_with("server-errors", crawled([](DeepSummary& deep) {
                                  deep.server_errors = 100;
                                  deep.errors = {dead("a", 500), dead("b", 502)};
                                }));
  CHECK(to_string(told.facts.find("failing")->value) == "100");
  CHECK(to_string(told.facts.find("failing_share")->value) == "10");
}

TEST_CASE("titles are compared over the whole site") {
  hold_rows("page-title", "unique",
            {{"each its own", crawled([](DeepSummary&) {}), "wow"},
             {"a tenth shared", crawled([](DeepSummary& deep) {
                deep.pages_with_repeated_title = 100;
                deep.repeated_titles = {{"Shop", 100, {home + "a", home + "b"}}};
              }),
              "so-so"},
             {"half without one", crawled([](DeepSummary& deep) {
                deep.titled = deep.untitled = 500;
                deep.untitled_pages = {home + "c"};
              }),
              "sucks"}});
}

TEST_CASE("descriptions are compared over the whole site") {
  const auto told = judged_with("meta-snippet", crawled([](DeepSummary& deep) {
                                  deep.described = 800;
                                  deep.undescribed = 200;
                                  deep.pages_with_repeated_description = 300;
                                  deep.repeated_descriptions = {{"We bake", 300, {home + "a"}}};
                                }));
  CHECK(to_string(told.facts.find("pages")->value) == "1000");
  CHECK(to_string(told.facts.find("repeated")->value) == "30");
  CHECK(to_string(told.facts.find("own")->value) == "50");
}

TEST_CASE("the newest page of the whole site tells its life") {
  auto sample = SampleSite::perfect();
  crawled([&](DeepSummary& deep) {
    deep.newest_date = sample.recording().taken - std::chrono::hours(24 * 3);
    deep.newest_page = home + "news/7";
  })(sample);
  const auto told = judged("freshness", sample);
  const Fact& fact = *told.facts.find("newest_days");
  CHECK(to_string(fact.value) == "3");
  REQUIRE(fact.evidence.size() == 1);
  CHECK(fact.evidence[0].url == home + "news/7");
}

TEST_CASE("filler text on several pages of the site is found, on one it may be spoken of") {
  const auto pages = [](std::int64_t count) {
    return crawled([count](DeepSummary& deep) {
      deep.left_over_pages = count;
      deep.left_overs = {{"lorem ipsum", home + "a"}};
      if (count > 1) deep.left_overs.push_back({"lorem ipsum", home + "b"});
    });
  };
  CHECK(to_string(judged_with("placeholder-content", pages(1)).facts.find("strong")->value) == "0");
  CHECK(to_string(judged_with("placeholder-content", pages(2)).facts.find("strong")->value) == "2");
}

TEST_CASE("a language of several pages of the whole site is one of the company's") {
  auto sample = SampleSite::perfect();
  crawled([](DeepSummary& deep) {
    deep.languages = {{"de", 900}, {"pt", 90}, {"", 9}, {"la", 1}};
  })(sample);
  const auto languages = find_languages(sample.site());
  CHECK(std::count(languages.begin(), languages.end(), "pt") == 1);
  CHECK(std::count(languages.begin(), languages.end(), "la") == 0);
}
