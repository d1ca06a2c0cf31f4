#include "checks/class_page.h"

#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/";

void link_in(SampleSite& sample, std::string_view tag, std::string html) {
  swap_text(sample.fetch(home).body, tag, std::string(tag) + html);
}

std::string price_page() {
  std::string html = "<html lang=\"en\"><title>Prices</title><body><h1>Prices</h1><p>";
  for (int i = 0; i < 60; ++i) html += "A loaf of bread costs 4 \xe2\x82\xac. ";
  return html + "<a href=\"/\">Home</a></body></html>";
}

std::string state_of(const Fact* fact) {
  if (fact->state == Fact::State::unknown) return std::string(to_string(*fact->why));
  if (fact->state == Fact::State::not_applicable) return "not applicable";
  return to_string(fact->value);
}

}  // namespace

TEST_CASE("the page of a class, or why there may be one") {
  auto sample = SampleSite::perfect();
  std::string present, dead, linked, framed;
  const auto look = [&] {
    const Site site = sample.site();
    Facts facts;
    say_class_page(facts, class_page(site, "prices"));
    present = state_of(facts.find("present"));
    dead = state_of(facts.find("dead"));
    linked = state_of(facts.find("linked"));
    framed = state_of(facts.find("framed"));
  };

  SECTION("provably none") {
    look();
    CHECK(present == "false");
    CHECK(dead == "false");
    CHECK(linked == "not applicable");
  }
  SECTION("linked in the menu") {
    link_in(sample, "<nav>", "<a href=\"/prices/\">Prices</a>");
    sample.page(home + "prices/", price_page());
    look();
    CHECK(present == "true");
    CHECK(dead == "false");
    CHECK(linked == "true");
    CHECK(framed == "true");
  }
  SECTION("linked in the text alone") {
    link_in(sample, "<main>", "<a href=\"/prices/\">Prices</a>");
    sample.page(home + "prices/", price_page());
    look();
    CHECK(linked == "true");
    CHECK(framed == "false");
  }
  SECTION("only guessed") {
    sample.page(home + "prices/", price_page(), Role::guessed);
    look();
    CHECK(present == "true");
    CHECK(linked == "false");
  }
  SECTION("a dead link") {
    link_in(sample, "<nav>", "<a href=\"/prices/\">Prices</a>");
    sample.page(home + "prices/", "gone").hops.back().status = 404;
    look();
    CHECK(present == "true");
    CHECK(dead == "true");
  }
  SECTION("a link whose target was not let be seen") {
    link_in(sample, "<nav>", "<a href=\"/prices/\">Prices</a>");
    sample.page(home + "prices/", "no").hops.back().status = 403;
    look();
    CHECK(present == "blocked-403");
    CHECK(dead == "blocked-403");
  }
  SECTION("a link that nobody followed") {
    link_in(sample, "<nav>", "<a href=\"/prices/\">Prices</a>");
    look();
    CHECK(present == "budget-exhausted");
  }
  SECTION("a link to another company") {
    link_in(sample, "<nav>", "<a href=\"https://shop.example.net/\">Prices</a>");
    look();
    CHECK(present == "no-source");
  }
  SECTION("a section of the home page") {
    link_in(sample, "<nav>", "<a href=\"/#prices\">Prices</a>");
    link_in(
        sample, "<main>",
        "<section><h2 id=\"prices\">Prices</h2><p>Our bread costs four euros a loaf, our rolls "
        "cost fifty cents each, and a birthday cake for twelve people costs forty euros; larger "
        "cakes are baked to order, and we tell you the price before you order.</p></section>");
    const Site site = sample.site();
    const ClassPage found = class_page(site, "prices");
    REQUIRE(found.page == site.home());
    CHECK(found.section);
    CHECK(found.root.name() == "section");
    CHECK(found.evidence().place == "#prices");
  }
  SECTION("a page of a second class that a link names") {
    link_in(sample, "<nav>", "<a href=\"/delivery/\">Delivery and payment methods</a>");
    std::string page = price_page();
    swap_text(page, "Prices", "Delivery");
    sample.page(home + "delivery/", page);
    const Site site = sample.site();
    CHECK(class_page(site, "delivery").page != nullptr);
  }
  SECTION("a site in words that we do not know") {
    auto& page = sample.fetch(home).body;
    page = "<html lang=\"ka\"><body>";
    for (int i = 0; i < 200; ++i) page += "\xe1\x83\x9e\xe1\x83\xa3\xe1\x83\xa0\xe1\x83\x98 ";
    look();
    CHECK(present == "language-unsupported");
  }
  SECTION("the site is closed") {
    sample.fetch(home).hops.back().status = 403;
    look();
    CHECK(present == "blocked-403");
  }
}
