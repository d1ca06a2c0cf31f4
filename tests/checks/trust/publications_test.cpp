#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/", press = home + "press/";

std::string article(int number) {
  return "https://news" + std::to_string(number) + ".example/bread";
}

std::string list(int articles) {
  std::string html;
  for (int i = 0; i < articles; ++i) html += "<p><a href=\"" + article(i) + "\">Article</a></p>";
  return html;
}

// A press page with that content; so many of its articles were asked, the last so many are gone.
auto published(std::string html, int asked = 0, int gone = 0) {
  return [=](SampleSite& sample) {
    swap_text(sample.fetch(home).body, "</h1>", "</h1><a href=\"/press/\">Press</a>");
    std::string page = SampleSite::perfect().fetch(home).body;
    swap_text(page, "<title>Example: sourdough bakery in Berlin Kreuzberg", "<title>Press");
    swap_text(page, "<h1>Sourdough bread, baked by hand in Kreuzberg</h1>",
              "<h1>Press</h1>" + html);
    sample.page(press, page);
    for (int i = 0; i < asked; ++i) {
      sample.page(article(i), "", Role::link).hops.back().status = i < asked - gone ? 200 : 404;
    }
  };
}

}  // namespace

TEST_CASE("every verdict of publications can be reached") {
  const std::string contact = "<a href=\"mailto:press@example.com\">Ask Ann</a>";
  const std::string logo = "<a href=\"/files/logo.zip\">Our logo</a>";
  hold_rows("publications",
            {
                {"three", published(list(3), 3), "links", "wow"},
                {"one tried of three", published(list(3), 1), "links", "wow"},
                {"half of four gone", published(list(6), 4, 2), "links", "wow"},
                {"two", published(list(2), 2), "links", "so-so"},
                {"none", published(""), "links", "so-so"},
                {"most gone", published(list(3), 3, 2), "links", "sucks"},
                {"the only one gone, seen once", published(list(1), 1, 1), "links", "so-so"},
                {"none tried", published(list(3)), "links", "not assessed: budget-exhausted"},

                {"contact and logo", published(contact + logo), "kit", "wow"},
                {"contact alone", published(contact), "kit", "so-so"},
                {"logo alone", published(logo), "kit", "so-so"},
                {"neither", published(list(3)), "kit", "so-so"},
            });
}

TEST_CASE("no press page is no fault, and may not have been seen") {
  SampleSite sample = SampleSite::perfect();
  sample.page(home + "presse", "", Role::guessed).hops.back().status = 404;
  CHECK(judged("publications", sample).touchpoint.status == Status::absent);
  sample.recording().complete = false;
  CHECK(judged("publications", sample).verdict("kit") == "not assessed: budget-exhausted");
}
