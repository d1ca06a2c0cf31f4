#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/", contact = home + "contact/";
const std::string viewport =
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">";

auto on(std::string page, std::string content) {
  return [page, content](SampleSite& sample) {
    const std::string tag =
        content.empty() ? "" : "<meta name=\"Viewport\" content=\"" + content + "\">";
    swap_text(sample.fetch(page).body, viewport, tag);
  };
}

auto in_main(std::string html) {
  return [html](SampleSite& sample) { swap_text(sample.fetch(home).body, "<h1>", html + "<h1>"); };
}

auto styled(std::string css) {
  return [css](SampleSite& sample) { sample.fetch(home + "style.css").body = css; };
}

std::string row(int cells) {
  std::string html = "<table><tr>";
  for (int i = 0; i < cells; ++i) html += "<td>x</td>";
  return html + "</tr></table>";
}

void nothing(SampleSite&) {}

}  // namespace

TEST_CASE("every verdict of the viewport can be reached") {
  hold_rows(
      "mobile-viewport",
      {
          {"all follow the screen", nothing, "viewport", "wow"},
          {"a scale alone", on(home, "initial-scale=1.0"), "viewport", "wow"},
          {"written loosely", on(home, "WIDTH = device-width; initial-scale=1"), "viewport", "wow"},
          {"none on home", on(home, ""), "viewport", "sucks"},
          {"fixed on home", on(home, "width=1024"), "viewport", "so-so"},
          {"none on another page", on(contact, ""), "viewport", "so-so"},
          {"fixed on another page", on(contact, "width=980"), "viewport", "so-so"},

          {"free", nothing, "zoom", "wow"},
          {"up to ten", on(home, "width=device-width, maximum-scale=10"), "zoom", "wow"},
          {"up to five", on(home, "width=device-width, maximum-scale=5"), "zoom", "wow"},
          {"up to 4.9", on(home, "width=device-width, maximum-scale=4.9"), "zoom", "so-so"},
          {"up to two", on(home, "width=device-width, maximum-scale=2"), "zoom", "so-so"},
          {"up to one", on(home, "width=device-width,maximum-scale=1.0"), "zoom", "sucks"},
          {"forbidden", on(home, "width=device-width, user-scalable=no"), "zoom", "sucks"},
          {"forbidden by a number", on(home, "width=device-width, user-scalable=0"), "zoom",
           "sucks"},
          {"forbidden on another page", on(contact, "width=device-width, user-scalable=no"), "zoom",
           "sucks"},

          {"a query in the stylesheet", styled("@media (max-width: 40rem) { a { color: red } }"),
           "responsive", "wow"},
          {"a query for a range", styled("@media screen and (400px <= width <= 700px) {}"),
           "responsive", "wow"},
          {"a query in the page",
           [](SampleSite& s) {
             swap_text(s.fetch(home).body, "<title>",
                       "<style>@media (min-width:30em){p{margin:0}}</style><title>");
           },
           "responsive", "wow"},
          {"a query in another page",
           [](SampleSite& s) {
             swap_text(s.fetch(contact).body, "<title>",
                       "<style>@media (min-width:30em){p{margin:0}}</style><title>");
           },
           "responsive", "wow"},
          {"a query in the link",
           [](SampleSite& s) {
             swap_text(s.fetch(home).body, "<link rel=\"stylesheet\"",
                       "<link media=\"(max-width: 40em)\" rel=\"stylesheet\"");
           },
           "responsive", "wow"},
          {"queries for print alone", styled("@media print { a { width: 10px } }"), "responsive",
           "so-so"},
          {"the stylesheet was not seen",
           [](SampleSite& s) {
             s.remove(home + "style.css");
             s.fault(home + "style.css", Role::resource, FaultKind::budget_exhausted);
           },
           "responsive", "not assessed: budget-exhausted"},

          {"no table", nothing, "tables", "wow"},
          {"five columns", in_main(row(5)), "tables", "wow"},
          {"six columns", in_main(row(6)), "tables", "so-so"},
          {"columns in one cell", in_main("<table><tr><td colspan=6>x</td></tr></table>"), "tables",
           "so-so"},
          {"a wide table", in_main("<table width=\"600\"></table>"), "tables", "so-so"},
          {"a table as wide as the page", in_main("<table width=\"100%\"></table>"), "tables",
           "wow"},
      });
}

TEST_CASE("a shell that a script fills may still get its viewport") {
  SampleSite sample = SampleSite::perfect();
  sample.fetch(home).body =
      "<html><head><script src='/app.js'></script></head><body><div id='root'></div></body></html>";
  CHECK(judged("mobile-viewport", sample).verdict("viewport") == "not assessed: js-rendered");
}

TEST_CASE("a bar with the number is a chip") {
  SampleSite sample = SampleSite::perfect();
  CHECK(judged("mobile-viewport", sample).touchpoint.chips.empty());
  swap_text(sample.fetch(home).body, "</body>",
            "<div class=\"bar sticky\"><p><a href=\"tel:+49301\">Call</a></p></div></body>");
  CHECK(judged("mobile-viewport", sample).touchpoint.chips == std::vector<std::string>{"call-bar"});
}
