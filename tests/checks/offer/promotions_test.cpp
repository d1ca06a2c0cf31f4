#include <catch2/catch.hpp>

#include "tests/checks/offer_pages.h"

using namespace touchstone;

namespace {

// The sample was taken on 11 February 2026.
auto says(std::string html) {
  return [html](SampleSite& sample) {
    add_page(sample, "nav", "/promotions/", "Special offers", html);
  };
}

}  // namespace

TEST_CASE("every verdict on offers can be reached") {
  hold_rows(
      "promotions",
      {
          {"still valid", says("<p>-20 % until 28 February 2026</p>"), "valid", "wow"},
          {"a range", says("<p>01.02.2026 - 28.02.2026</p>"), "valid", "wow"},
          {"no last day", says("<p>-20 % on bread</p>"), "valid", "so-so"},
          {"a date that is none", says("<p>Since 1 May 2019: rolls at half the price</p>"), "valid",
           "so-so"},
          {"over for two days", says("<p>-20 % until 9 February 2026</p>"), "valid", "so-so"},
          {"over for long, told once", says("<p>-20 % until 31 December 2025</p>"), "valid",
           "so-so"},
          {"two over for long",
           says("<p>-20 % until 31 December 2025</p><p>-10 % until 1 January 2026</p>"), "valid",
           "sucks"},
          {"over, and called so",
           says("<p>Until 28.02.2026</p><h2>Archive</h2><p>until 31.12.2025</p><p>until "
                "1.1.2026</p>"),
           "valid", "wow"},
          {"told to machines",
           says("<script type=\"application/ld+json\">{\"@type\": \"Offer\", \"priceValidUntil\": "
                "\"2026-03-01\"}</script><p>-20 %</p>"),
           "valid", "wow"},
          {"a dead link", dead_link("/promotions/", "Special offers"), "valid", "sucks"},
          {"a page that scripts fill",
           [](SampleSite& s) { add_shell(s, "/promotions/", "Special offers"); }, "valid",
           "not assessed: js-rendered"},
          {"nowhere", [](SampleSite&) {}, "valid", "not applicable"},

          {"conditions", says("<p>-20 %. Conditions apply.</p>"), "terms", "wow"},
          {"no conditions", says("<p>-20 %</p>"), "terms", "so-so"},
      });
}
