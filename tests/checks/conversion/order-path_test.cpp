#include <catch2/catch.hpp>

#include "tests/checks/offer_pages.h"

using namespace touchstone;

namespace {

const std::string button = "<p>4 &euro;</p><button class=\"add-to-cart\">Add to cart</button>";

auto products(std::vector<std::string> pages) {
  return [pages](SampleSite& sample) {
    add_page(sample, "nav", "/cart/", "Cart", "<p>Your cart is empty.</p>");
    for (std::size_t i = 0; i < pages.size(); ++i) {
      const std::string name = "bread-" + std::to_string(i);
      add_page(sample, "main", "/products/" + name, name, pages[i]);
    }
  };
}

void cart(SampleSite& sample) {
  products({button})(sample);
}

// The cart answers from another address.
auto cart_at(std::string address, std::string content) {
  return [=](SampleSite& sample) {
    link_home(sample, "nav", "<a href=\"/cart/\">Cart</a>");
    auto& fetch = sample.redirect(home + "cart/", home + address, Role::page, 302);
    fetch.body = "<html lang=\"en\"><title>Example</title><main><h1>Example</h1>" + content +
                 "</main></html>";
  };
}

}  // namespace

TEST_CASE("every verdict on the way to the order can be reached") {
  hold_rows(
      "order-path",
      {
          {"a button on each", products({button, button}), "control", "wow"},
          {"a button on one of two", products({button, "<p>Bread</p>"}), "control", "so-so"},
          {"no button", products({"<p>Bread</p>", "<p>Rolls</p>"}), "control", "sucks"},
          {"no button on the only one", products({"<p>Bread</p>"}), "control", "so-so"},
          {"nothing is sold", [](SampleSite&) {}, "control", "not applicable"},
          {"a cart, and no product read",
           [](SampleSite& s) {
             add_page(s, "nav", "/cart/", "Cart", "<p>Your cart is empty.</p>");
           },
           "control", "not assessed: budget-exhausted"},
          {"pages that scripts fill",
           [](SampleSite& s) {
             add_page(s, "nav", "/cart/", "Cart", "<p>Your cart is empty.</p>");
             add_shell(s, "/products/bread", "Bread");
           },
           "control", "not assessed: js-rendered"},

          {"it answers", cart, "cart", "wow"},
          {"to an empty cart", cart_at("cart/empty", "<p>Empty</p>"), "cart", "wow"},
          {"to the shop", cart_at("shop/", "<p>Our bread</p>"), "cart", "so-so"},
          {"a dead link", dead_link("/cart/", "Cart"), "cart", "sucks"},
          {"kept from us by robots.txt",
           [](SampleSite& s) {
             link_home(s, "nav", "<a href=\"/cart/\">Cart</a>");
             s.fault(home + "cart/", Role::page, FaultKind::robots_disallowed);
           },
           "cart", "not assessed: robots-disallowed"},

          {"opened by a script",
           [](SampleSite& s) {
             link_home(s, "nav", "<a href=\"#cart\">Cart</a>");
             link_home(s, "main", "<div id=\"cart\"></div>");
           },
           "cart", "not assessed: no-source"},

          {"over https", cart, "secure", "wow"},
          {"over http",
           [](SampleSite& s) {
             link_home(s, "nav", "<a href=\"http://example.com/cart/\">Cart</a>");
             s.page("http://example.com/cart/",
                    "<html lang=\"en\"><title>Cart</title><main><h1>Cart</h1></main></html>");
           },
           "secure", "sucks"},

          {"without an account", cart, "guest", "wow"},
          {"a login first", cart_at("login", "<form><input type=\"password\" name=\"p\"></form>"),
           "guest", "so-so"},
      });
}
