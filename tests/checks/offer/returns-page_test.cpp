#include <catch2/catch.hpp>

#include "tests/checks/offer_pages.h"

using namespace touchstone;

namespace {

auto says(std::string html) {
  return [html](SampleSite& sample) { add_page(sample, "footer", "/returns/", "Returns", html); };
}

// A company that shows no country of the Union.
auto abroad(std::string html) {
  return [html](SampleSite& sample) {
    swap_text(sample.fetch(home).body, "\"addressCountry\": \"DE\"", "\"addressCountry\": \"US\"");
    says(html)(sample);
  };
}

const std::string full =
    "<p>Return it within 30 days: fill in the form, send it back, and we pay the return shipping. "
    "Your money is back within 5 days.</p>";

}  // namespace

TEST_CASE("every verdict on returns can be reached") {
  hold_rows(
      "returns-page",
      {
          {"in the footer", says(full), "footer", "wow"},
          {"in the text alone",
           [](SampleSite& s) { add_page(s, "main", "/returns/", "Returns", full); }, "footer",
           "so-so"},
          {"inside the terms",
           [](SampleSite& s) { add_page(s, "footer", "/terms/", "Terms and conditions", full); },
           "footer", "so-so"},
          {"a dead link", dead_link("/returns/", "Returns"), "footer", "sucks"},
          {"a link into a wall", walled_link("/returns/", "Returns"), "footer",
           "not assessed: blocked-403"},
          {"nowhere", [](SampleSite&) {}, "footer", "not applicable"},

          {"thirty days", says(full), "days", "wow"},
          {"no number", says("<p>Send it back when you do not like it.</p>"), "days", "so-so"},
          {"how early to call it off",
           says("<p>Refunds: call it off more than 120 days before the event.</p>"), "days",
           "so-so"},
          {"the least of the law", says("<p>Return it within 14 days.</p>"), "days", "so-so"},
          {"a guarantee is no term of return",
           says("<p>Returns are easy.</p><p>Some words.</p><p>Guarantee: 90 days.</p>"), "days",
           "so-so"},
          {"too few, seen once", says("<p>Return it within 3 days.</p>"), "days", "so-so"},
          {"a page that scripts fill", [](SampleSite& s) { add_shell(s, "/returns/", "Returns"); },
           "days", "not assessed: js-rendered"},

          {"steps and payer", says(full), "how", "wow"},
          {"no payer", says("<p>Fill in the form and send it back within 30 days.</p>"), "how",
           "so-so"},
          {"no steps", says("<p>Free returns within 30 days.</p>"), "how", "so-so"},
      });
}

TEST_CASE("a term under the law is bad where it is told twice") {
  const std::string few =
      "<p>Return it within 10 days.</p><h2>Refunds</h2><p>After 10 days there is "
      "no refund.</p>";
  hold_rows(
      "returns-page",
      {{"in the Union", says(few), "days", "sucks"},
       {"abroad", abroad(few), "days", "so-so"},
       {"abroad, under a week",
        abroad("<p>Return it within 3 days.</p><p>No refund after 3 days.</p>"), "days", "sucks"}});
}

TEST_CASE("free returns are a chip") {
  auto sample = SampleSite::perfect();
  says("<p>Returns are free.</p>")(sample);
  CHECK(judged("returns-page", sample).touchpoint.chips == std::vector<std::string>{"free-return"});
}
