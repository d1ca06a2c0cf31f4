#include <catch2/catch.hpp>

#include "tests/checks/judged.h"
#include "tests/checks/offer_pages.h"

using namespace touchstone;

namespace {

const std::string address = home + "delivery/";
const std::string full =
    "<p>Delivery by courier costs 4 &euro; and takes 2-3 days. Pick-up in the shop is free.</p>";

auto says(std::string html) {
  return [html](SampleSite& sample) { add_page(sample, "nav", "/delivery/", "Delivery", html); };
}

auto linked_in(std::string tag) {
  return [tag](SampleSite& sample) { add_page(sample, tag, "/delivery/", "Delivery", full); };
}

}  // namespace

TEST_CASE("every verdict on delivery can be reached") {
  hold_rows(
      "delivery-page",
      {
          {"in the menu", linked_in("nav"), "footer", "wow"},
          {"in the footer", linked_in("footer"), "footer", "wow"},
          {"in the text alone", linked_in("main"), "footer", "so-so"},
          {"only guessed", [](SampleSite& s) { add_guess(s, "/delivery/", "Delivery", full); },
           "footer", "so-so"},
          {"a dead link", dead_link("/delivery/", "Delivery"), "footer", "sucks"},
          {"a link into a wall", walled_link("/delivery/", "Delivery"), "footer",
           "not assessed: blocked-403"},
          {"no page", [](SampleSite&) {}, "footer", "not applicable"},

          {"cost and time", says(full), "facts", "wow"},
          {"free, in days", says("Delivery is free and takes two to 5 days."), "facts", "wow"},
          {"cost alone", says("Delivery costs 4 &euro;."), "facts", "so-so"},
          {"time alone", says("Delivery takes 48 hours."), "facts", "so-so"},
          {"neither", says("We deliver fast and at fair prices, with every carrier."), "facts",
           "sucks"},
          {"a carrier's service",
           [](SampleSite& s) {
             add_page(s, "nav", "/services/shipping/", "Shipping", "<p>By sea and by air.</p>");
           },
           "facts", "not applicable"},
          {"a page that scripts fill",
           [](SampleSite& s) { add_shell(s, "/delivery/", "Delivery"); }, "facts",
           "not assessed: js-rendered"},

          {"courier and pick-up", says(full), "ways", "wow"},
          {"post alone", says("We send everything by post for 4 &euro;."), "ways", "so-so"},
          {"no way named", says("We deliver."), "ways", "so-so"},
      });
}

TEST_CASE("a company without delivery is not held to it, a shop is") {
  const auto rated = judged("delivery-page", SampleSite::perfect());
  CHECK(rated.facts.find("present")->value == Value(false));
  CHECK(rated.touchpoint.status == Status::absent);
}
