#include <catch2/catch.hpp>

#include "tests/checks/offer_pages.h"

using namespace touchstone;

namespace {

std::string words(int count) {
  std::string text = "<p>";
  for (int i = 0; i < count; ++i) text += "Cakes are paid when they are fetched from the shop. ";
  return text + "</p>";
}

const std::string sound = "<p>Of 3 May 2025.</p>" + words(40);

auto says(std::string content) {
  return [content](SampleSite& sample) { add_page(sample, "footer", "/terms/", "Terms", content); };
}

// Without the link to the legal notice that the sample has in its footers.
auto alone(std::function<void(SampleSite&)> breaks) {
  return [breaks](SampleSite& sample) {
    for (const auto& page : {home, home + "contact/"})
      swap_text(sample.fetch(page).body, "<a href=\"/legal/\">Legal notice</a>", "");
    breaks(sample);
  };
}

}  // namespace

TEST_CASE("every verdict on the terms can be reached") {
  hold_rows(
      "terms-page",
      {
          {"in the footer", alone(says(sound)), "reachable", "wow"},
          {"in the text alone",
           alone([](SampleSite& s) { add_page(s, "main", "/terms/", "Terms", sound); }),
           "reachable", "so-so"},
          {"only guessed", alone([](SampleSite& s) { add_guess(s, "/terms/", "Terms", sound); }),
           "reachable", "so-so"},
          {"a dead link", alone(dead_link("/terms/", "Terms")), "reachable", "sucks"},
          {"a link into a wall", alone(walled_link("/terms/", "Terms")), "reachable",
           "not assessed: blocked-403"},
          {"none", alone([](SampleSite&) {}), "reachable", "not applicable"},

          {"in full and dated", alone(says(sound)), "substance", "wow"},
          {"in full", alone(says(words(40))), "substance", "so-so"},
          {"short", alone(says(words(15))), "substance", "so-so"},
          {"an imprint, which holds none",
           alone([](SampleSite& s) { add_page(s, "footer", "/imprint/", "Imprint", words(3)); }),
           "substance", "not applicable"},
          {"an imprint is none",
           alone([](SampleSite& s) { add_page(s, "footer", "/imprint/", "Imprint", words(40)); }),
           "reachable", "not applicable"},
          {"the contact page, on which the imprint stands", alone([](SampleSite& s) {
             s.fetch("https://example.com/", Role::home).body +=
                 "<footer><a href='/contact/#imprint'>Impressum</a></footer>";
           }),
           "reachable", "not applicable"},
          {"an imprint with terms", alone([](SampleSite& s) {
             add_page(s, "footer", "/legal/", "Imprint and terms and conditions", words(40));
           }),
           "reachable", "wow"},
          {"next to nothing", alone(says("<p>Cakes are paid.</p>")), "substance", "sucks"},
          {"a page that scripts fill",
           alone([](SampleSite& s) { add_shell(s, "/terms/", "Terms"); }), "substance",
           "not assessed: js-rendered"},
      });
}
