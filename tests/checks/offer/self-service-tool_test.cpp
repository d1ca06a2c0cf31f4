#include <catch2/catch.hpp>

#include "tests/checks/offer_pages.h"

using namespace touchstone;

namespace {

const std::string fields = "<form><input name=\"a\"><input name=\"b\"></form>";

auto tool(std::string content) {
  return [content](SampleSite& sample) {
    add_page(sample, "main", "/calc/", "Price calculator", content);
  };
}

// The link to the tool stands on a page behind home.
void two_clicks(SampleSite& sample) {
  add_page(sample, "nav", "/cakes/", "Cakes", "<a href=\"/calc/\">Price calculator</a>");
  sample.visit(home + "cakes/", Role::page).depth = 1;
}

}  // namespace

TEST_CASE("every verdict on tools can be reached") {
  hold_rows(
      "self-service-tool",
      {
          {"linked on home", tool(fields), "reachable", "wow"},
          {"on home itself",
           [](SampleSite& s) { link_home(s, "main", "<h2>Price calculator</h2>" + fields); },
           "reachable", "wow"},
          {"a trial",
           [](SampleSite& s) { add_page(s, "nav", "/start", "Start free trial", fields); },
           "reachable", "wow"},
          {"two clicks away", two_clicks, "reachable", "so-so"},
          {"a dead link", dead_link("/calc/", "Price calculator"), "reachable", "sucks"},
          {"none", [](SampleSite&) {}, "reachable", "not applicable"},
          {"told of in an article",
           [](SampleSite& s) {
             add_page(s, "nav", "/blog/", "Blog", "<h2>Which calculator is best</h2>" + fields);
           },
           "reachable", "not applicable"},

          {"minutes are said", tool("<p>It takes 2 minutes.</p>" + fields), "effort", "wow"},
          {"steps are said", tool("<p>Only 3 simple steps.</p>" + fields), "effort", "wow"},
          {"minutes are said behind the heading",
           [](SampleSite& s) {
             link_home(s, "main", "<h2>Price calculator</h2><p>It takes 2 minutes.</p>" + fields);
           },
           "effort", "wow"},
          {"seconds of something else",
           [](SampleSite& s) {
             link_home(s, "main",
                       "<h2>Price calculator</h2>" + fields +
                           "<h2>Our dough</h2><p>After 3 seconds of silence.</p>");
           },
           "effort", "so-so"},
          {"nothing is said", tool(fields), "effort", "so-so"},
          {"a page that scripts fill",
           [](SampleSite& s) { add_shell(s, "/calc/", "Price calculator"); }, "effort",
           "not assessed: js-rendered"},
      });
}

TEST_CASE("a form for a quote that says what asking takes is a tool") {
  auto sample = SampleSite::perfect();
  link_home(sample, "main",
            "<p>Find out prices and terms by tomorrow. It is free and takes about 5 minutes.</p>" +
                fields);
  const auto found = judged("self-service-tool", sample);
  CHECK(found.touchpoint.status == Status::assessed);
  const auto& effort = found.component("effort");
  REQUIRE_FALSE(effort.evidence.empty());
  CHECK(effort.evidence.front().excerpt == "and takes about 5 minutes");
}

TEST_CASE("a tool is a chip by its presence") {
  auto sample = SampleSite::perfect();
  tool(fields)(sample);
  CHECK(judged("self-service-tool", sample).touchpoint.chips ==
        std::vector<std::string>{"presence"});
}
