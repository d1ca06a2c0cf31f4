#include <catch2/catch.hpp>

#include "tests/checks/offer_pages.h"

using namespace touchstone;

namespace {

std::string letters(int number) {
  std::string text;
  while (static_cast<int>(text.size()) < number) text += "Baked by hand. ";
  return "<p>" + text + "</p>";
}

const std::string pictures = "<img src=\"/1.jpg\"><img src=\"/2.jpg\"><img src=\"/3.jpg\">";
const std::string full =
    letters(600) + pictures + "<p>4 &euro;, with a guarantee</p><button>Add to cart</button>";

auto services(std::vector<std::string> pages) {
  return [pages](SampleSite& sample) {
    for (std::size_t i = 0; i < pages.size(); ++i) {
      const std::string name = "bread-" + std::to_string(i);
      add_page(sample, "main", "/products/" + name, name, pages[i]);
    }
  };
}

auto both(std::string page) {
  return services({page, page});
}

}  // namespace

TEST_CASE("every verdict on products can be reached") {
  hold_rows(
      "product-page",
      {
          {"much text", both(full), "text", "wow"},
          {"some text", both(letters(300)), "text", "so-so"},
          {"hardly a word", both("<p>Bread</p>"), "text", "sucks"},
          {"none is known", [](SampleSite&) {}, "text", "not assessed: budget-exhausted"},
          {"pages that scripts fill",
           [](SampleSite& s) { add_shell(s, "/products/bread", "Bread"); }, "text",
           "not assessed: js-rendered"},
          {"told by data alone",
           [](SampleSite& s) {
             add_page(
                 s, "main", "/loaf", "Loaf",
                 full + "<script type=\"application/ld+json\">{\"@type\": \"Product\"}</script>");
           },
           "text", "wow"},
          {"told by one button and a price",
           [](SampleSite& s) { add_page(s, "main", "/loaf", "Loaf", full); }, "text", "wow"},
          {"a list of goods is none",
           [](SampleSite& s) { add_page(s, "main", "/products/all", "All", full + full + full); },
           "text", "not assessed: budget-exhausted"},

          {"a button that sends a form, at the end of a page",
           both(letters(600) + "</main><footer><form action=\"/cart/\" method=\"post\">"
                               "<button>Add to cart</button></form></footer><main>"),
           "action", "wow"},

          {"three pictures", both(full), "pictures", "wow"},
          {"one picture", both("<img src=\"/1.jpg\">"), "pictures", "so-so"},
          {"none but marks", both("<img src=\"/1.gif\" width=\"16\">"), "pictures", "sucks"},

          {"a price", both(full), "price", "wow"},
          {"no price", both(letters(600)), "price", "so-so"},

          {"a button on each", both(full), "action", "wow"},
          {"a form to the cart at the end of a short page",
           [](SampleSite& s) {
             for (const char* name : {"a", "b"}) {
               add_page(s, "main", std::string("/products/") + name, name, "");
               s.fetch(std::string("https://example.com/products/") + name).body =
                   "<html lang=en><body><h1>Loaf</h1><p>Good.</p><form action='/cart/' "
                   "method=post><button>Add to cart</button></form></body></html>";
             }
           },
           "action", "wow"},
          {"a way to ask", both("<a href=\"mailto:a@example.com\">Write</a>"), "action", "wow"},
          {"a button on two of three", services({full, full, letters(600)}), "action", "so-so"},
          {"no button", both(letters(600)), "action", "sucks"},
          {"no button on the only one", services({letters(600)}), "action", "so-so"},

          {"a guarantee", both(full), "trust", "wow"},
          {"nothing to trust", both(letters(600)), "trust", "so-so"},
      });
}

TEST_CASE("an eatery has a menu in the place of pages of products") {
  auto sample = SampleSite::perfect();
  CHECK(judged("product-page", sample).touchpoint.status != Status::not_applicable);
  swap_text(sample.fetch(home).body, "<title>", "<title>Restaurant ");
  for (const char* touchpoint : {"product-page", "callback-request"}) {
    INFO(touchpoint);
    CHECK(judged(touchpoint, sample).touchpoint.status == Status::not_applicable);
  }
}
