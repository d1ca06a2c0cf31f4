#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/";

auto linked(std::string html) {
  return
      [html](SampleSite& sample) { swap_text(sample.fetch(home).body, "</h1>", "</h1>" + html); };
}

auto data(std::string members) {
  return [members](SampleSite& sample) {
    swap_text(sample.fetch(home).body, "\"@type\": \"Bakery\",",
              "\"@type\": \"Bakery\"," + members);
  };
}

auto rated(std::string members) {
  return data("\"aggregateRating\": {\"@type\": \"AggregateRating\", " + members + "},");
}

void nothing(SampleSite&) {}

}  // namespace

TEST_CASE("every verdict of reviews elsewhere can be reached") {
  hold_rows(
      "external-reviews",
      {
          {"4.5 of 5", rated("\"ratingValue\": \"4.5\", \"ratingCount\": 30"), "rating", "wow"},
          {"4.4 of 5", rated("\"ratingValue\": 4.4, \"ratingCount\": 30"), "rating", "so-so"},
          {"8 of 10", rated("\"ratingValue\": 8, \"bestRating\": 10, \"ratingCount\": 30"),
           "rating", "so-so"},
          {"7.5 of 10", rated("\"ratingValue\": 7.5, \"bestRating\": 10, \"ratingCount\": 30"),
           "rating", "sucks"},
          {"7.5 of 10 by few", rated("\"ratingValue\": 7.5, \"bestRating\": 10"), "rating",
           "so-so"},
          {"more than the best", rated("\"ratingValue\": 11"), "rating",
           "not assessed: manual-only"},
          {"no rating", nothing, "rating", "not assessed: manual-only"},

          {"fifty", rated("\"ratingValue\": 5, \"reviewCount\": \"50\""), "count", "wow"},
          {"fewer", rated("\"ratingValue\": 5, \"reviewCount\": 49"), "count", "so-so"},
          {"no rating", nothing, "count", "not assessed: manual-only"},

          {"a link", linked("<a href=\"https://www.trustpilot.com/review/example.com\">T</a>"),
           "linked", "wow"},
          {"a widget", linked("<div class=\"trustpilot-widget\"></div>"), "linked", "wow"},
          {"by sameAs", data("\"sameAs\": \"https://www.yelp.com/biz/example\","), "linked", "wow"},
          {"none", nothing, "linked", "so-so"},
          {"not all was seen", [](SampleSite& s) { s.recording().complete = false; }, "linked",
           "not assessed: budget-exhausted"},
      });
}
