#include <catch2/catch.hpp>

#include "checks/own_names.h"
#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/", contact = home + "contact/";

auto swapped(std::string from, std::string to) {
  return [from, to](SampleSite& s) { swap_text(s.fetch(home).body, from, to); };
}

auto site_name(std::string name) {
  return swapped("og:site_name\" content=\"Example\"", "og:site_name\" content=\"" + name + "\"");
}

auto logo(std::string inside) {
  return [inside](SampleSite& s) {
    for (const std::string& page : {home, contact}) {
      swap_text(s.fetch(page).body, "<header><a href=\"/\">Example</a>", "<header>" + inside);
      swap_text(s.fetch(page).body, "<a href=\"/\">Home</a>", "");
    }
  };
}

void nothing(SampleSite&) {}

void three_names(SampleSite& sample) {
  site_name("Rising Dough")(sample);
  swapped("</footer>", "<p>© 2026 Kreuzberg Ovens Ltd. All rights reserved.</p></footer>")(sample);
}

void one_source(SampleSite& sample) {
  swapped("og:site_name", "og:x")(sample);
  swapped("\"name\": \"Example\"", "\"x\": \"Example\"")(sample);
  swapped("<title>Example: ", "<title>")(sample);
}

const std::string picture = "<a href=\"/\"><img src=/logo.svg alt=\"\"></a>";

}  // namespace

TEST_CASE("every verdict of the brand can be reached") {
  hold_rows(
      "brand-consistency",
      {
          {"one name", nothing, "names", "wow"},
          {"with its legal form", site_name("EXAMPLE GmbH"), "names", "wow"},
          {"within another", site_name("Example Bakery Berlin"), "names", "wow"},
          {"two names", site_name("Rising Dough"), "names", "so-so"},
          {"three names", three_names, "names", "sucks"},
          {"one source", one_source, "names", "not assessed: insufficient-evidence"},

          {"words that lead home", nothing, "logo", "wow"},
          {"a picture that leads home", logo(picture), "logo", "wow"},
          {"none", logo(""), "logo", "so-so"},
          {"without a link", logo("<img class=logo src=/x.svg alt=Example>"), "logo", "so-so"},
          {"without a link on the home page alone",
           swapped("<header><a href=\"/\">Example</a>", "<header><img class=logo src=/x.svg>"),
           "logo", "wow"},

          {"the name", logo("<a href=\"/\"><img src=/logo.svg alt=\"Example logo\"></a>"),
           "logo-alt", "wow"},
          {"nothing", logo(picture), "logo-alt", "so-so"},
          {"other words", logo("<a href=\"/\"><img src=/logo.svg alt=Startpage></a>"), "logo-alt",
           "so-so"},
          {"words alone", nothing, "logo-alt", "not applicable"},
      });
}

TEST_CASE("names are the same whatever their dress") {
  CHECK(is_same_name("Huber & Sons", "HUBER AND SONS GmbH"));
  CHECK(is_same_name("Huber", "Huber GmbH & Co. KG"));
  CHECK(is_same_name("ООО «Ромашка»", "Ромашка"));
  CHECK(is_same_name("Romashka", "Ромашка"));
  CHECK(is_same_name("Huber Bakery", "Bakery & Cafe Huber"));
  CHECK(is_same_name("Future Ovens International", "FOI"));
  CHECK(is_same_name("FOI", "Future Ovens International"));
  CHECK_FALSE(is_same_name("Huber", "Maier"));
  CHECK_FALSE(is_same_name("", "Maier"));
}

TEST_CASE("the holder is found in the copyright line") {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"© 2026 Example GmbH", "Example GmbH"},
      {"© 2005-2026 Example. All rights reserved.", "Example"},
      {"© Example 2026", "Example"},
      {"Copyright © 2026 by Example", "Example"},
      {"© 2026 Example All rights reserved", "Example"},
      {"© 2026. Все права защищены", ""},
      {"No sign at all", ""},
      {"©", ""},
  };
  for (const auto& [line, holder] : rows) {
    INFO(line);
    CHECK(copyright_holder(line) == holder);
  }
}
