#include "checks/colour.h"

#include <catch2/catch.hpp>
#include <string>

using namespace touchstone;

TEST_CASE("plain colours are read in every spelling") {
  const Colour grey{34, 34, 34};
  for (const char* text : {"#222", "#222222", "#222f", "#222222ff", "rgb(34, 34, 34)",
                           "rgb(34 34 34)", "rgba(34,34,34,1)", "rgb(34 34 34 / 100%)"}) {
    INFO(text);
    CHECK(plain_colour(text) == grey);
  }
  CHECK(plain_colour("navy") == Colour{0, 0, 128});
  CHECK(plain_colour("rgb(100%, 0%, 50%)") == Colour{255, 0, 128});
  CHECK(plain_colour("hsl(120, 100%, 25%)") == Colour{0, 128, 0});
  CHECK(plain_colour("hsl(0 0% 100%)") == Colour{255, 255, 255});
}

TEST_CASE("what is no plain colour is none") {
  for (const char* text : {"", "#", "#12", "#ggg", "#2222", "rgba(0,0,0,.5)", "transparent",
                           "inherit", "var(--x)", "rgb(1,2)", "currentcolor"}) {
    INFO(text);
    CHECK_FALSE(plain_colour(text));
  }
  CHECK_FALSE(plain_colour(std::string(100'000, '(')));
}

TEST_CASE("the contrast is that of WCAG") {
  CHECK(contrast_of({0, 0, 0}, {255, 255, 255}) == 2100);
  CHECK(contrast_of({255, 255, 255}, {255, 255, 255}) == 100);
  CHECK(contrast_of({118, 118, 118}, {255, 255, 255}) == 454);
  CHECK(contrast_of({119, 119, 119}, {255, 255, 255}) == 447);
}
