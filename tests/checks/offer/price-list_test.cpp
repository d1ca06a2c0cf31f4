#include <catch2/catch.hpp>

#include "tests/checks/offer_pages.h"

using namespace touchstone;

namespace {

auto says(std::string html) {
  return [html](SampleSite& sample) { add_page(sample, "nav", "/prices/", "Prices", html); };
}

auto file(std::size_t kib, std::string name = "/price-list.pdf") {
  return [kib, name](SampleSite& sample) {
    link_home(sample, "main", "<a href=\"" + name + "\">Price list</a>");
    auto& fetch =
        sample.answer(home + name.substr(1), Role::document, "application/pdf", "%PDF-1.7");
    SampleSite::set_header(fetch, "content-length", std::to_string(kib * 1024));
  };
}

const std::string table =
    "<table><tr><td>Loaf</td><td>4.50 &euro;</td></tr><tr><td>Roll</td><td>&euro; "
    "1</td></tr></table>";

}  // namespace

TEST_CASE("every verdict on prices can be reached") {
  hold_rows(
      "price-list",
      {
          {"amounts on the page", says(table), "found", "wow"},
          {"amounts on another page",
           [](SampleSite& s) { link_home(s, "main", "<p>4 &euro;, 5 &euro;, 6 &euro;</p>"); },
           "found", "wow"},
          {"amounts in an article",
           [](SampleSite& s) {
             add_page(s, "nav", "/blog/", "Blog", "<p>4 &euro;, 5 &euro;, 6 &euro;</p>");
           },
           "found", "not applicable"},
          {"a file", file(100), "found", "wow"},
          {"on request", says("<p>We are glad to make you an offer.</p>"), "found", "so-so"},
          {"a dead link", dead_link("/prices/", "Prices"), "found", "sucks"},
          {"a link into a wall", walled_link("/prices/", "Prices"), "found",
           "not assessed: blocked-403"},
          {"a page that scripts fill", [](SampleSite& s) { add_shell(s, "/prices/", "Prices"); },
           "found", "not assessed: js-rendered"},

          {"a table", says(table), "readable", "wow"},
          {"a file alone", file(100), "readable", "so-so"},
          {"a large file alone", file(6'000), "readable", "sucks"},
          {"a picture alone", says("<img src=\"/price-list.jpg\" alt=\"\">"), "readable", "sucks"},
          {"nothing to read", says("<p>On request.</p>"), "readable", "not applicable"},

          {"dated this year", says(table + "<p>Prices as of 1 January 2026</p>"), "dated", "wow"},
          {"valid for long", says(table + "<p>Prices valid until 31.12.2026</p>"), "dated", "wow"},
          {"valid until a day that is past", says(table + "<p>Valid until 31.12.2025</p>"), "dated",
           "sucks"},
          {"no date", says(table), "dated", "so-so"},
          {"an old date", says(table + "<p>Prices as of 1 May 2019</p>"), "dated", "sucks"},

          {"a button", says(table + "<button>Order now</button>"), "next-step", "wow"},
          {"a number to call", says(table + "<a href=\"tel:+4930\">030</a>"), "next-step", "wow"},
          {"no button", says(table), "next-step", "so-so"},
      });
}

TEST_CASE("a calculator and a picture of the prices are chips") {
  auto sample = SampleSite::perfect();
  add_page(sample, "nav", "/prices/", "Prices",
           table +
               "<img src=\"/infographic.png\" alt=\"Prices\"><h2>Price calculator</h2>"
               "<form><input name=a><input name=b></form>");
  CHECK(judged("price-list", sample).touchpoint.chips ==
        std::vector<std::string>{"infographic", "calculator"});
}

TEST_CASE("a company that shows no price misses a list") {
  CHECK(judged("price-list", SampleSite::perfect()).touchpoint.status == Status::missing);
}
