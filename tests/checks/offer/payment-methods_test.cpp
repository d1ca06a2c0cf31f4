#include <catch2/catch.hpp>

#include "tests/checks/offer_pages.h"

using namespace touchstone;

namespace {

auto logos(std::string html) {
  return [html](SampleSite& sample) { link_home(sample, "footer", html); };
}

auto says(std::string html) {
  return [html](SampleSite& sample) { add_page(sample, "footer", "/payment/", "Payment", html); };
}

const std::string three =
    "<img src=\"/visa.svg\" alt=\"Visa\"><img src=\"/p.svg\" alt=\"PayPal\">"
    "<img src=\"/m.svg\" alt=\"Mastercard\">";

}  // namespace

TEST_CASE("every verdict on ways to pay can be reached") {
  hold_rows(
      "payment-methods",
      {
          {"three logos", logos(three), "count", "wow"},
          {"three in words", says("<p>Pay by credit card, by PayPal or on invoice.</p>"), "count",
           "wow"},
          {"one in words", says("<p>Cash only.</p>"), "count", "so-so"},
          {"none named", says("<p>We take what you have.</p>"), "count", "so-so"},
          {"one logo", logos("<img src=\"/visa.svg\" alt=\"Visa\">"), "count", "so-so"},
          {"told to machines",
           logos("<script type=\"application/ld+json\">{\"@type\": \"Store\", \"paymentAccepted\": "
                 "\"Cash, Credit Card, Invoice\"}</script>"),
           "count", "wow"},
          {"one picture of all", logos("<div class=\"payment-icons\"><img src=\"/all.png\"></div>"),
           "count", "not assessed: no-source"},
          {"nothing", [](SampleSite&) {}, "count", "not applicable"},
          {"a page that scripts fill", [](SampleSite& s) { add_shell(s, "/payment/", "Payment"); },
           "count", "not assessed: js-rendered"},

          {"a page in words", says("<p>Cash or card.</p>"), "explained", "wow"},
          {"logos alone", logos(three), "explained", "so-so"},
          {"a dead link", dead_link("/payment/", "Payment"), "explained", "sucks"},
          {"a link into a wall", walled_link("/payment/", "Payment"), "explained",
           "not assessed: blocked-403"},
      });
}
