#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/";

auto in_main(std::string html) {
  return [html](SampleSite& sample) { swap_text(sample.fetch(home).body, "<h1>", html + "<h1>"); };
}

std::string links(int count, const std::string& inside) {
  std::string html;
  for (int i = 0; i < count; ++i) {
    html += "<a href=\"/further-" + std::to_string(i) + "\">" + inside + "</a> ";
  }
  return html;
}

void nothing(SampleSite&) {}

}  // namespace

TEST_CASE("every verdict of the links' names can be reached") {
  hold_rows(
      "link-names",
      {
          {"all have words", nothing, "named", "wow"},
          {"one icon alone", in_main(links(1, "<svg></svg>")), "named", "so-so"},
          {"many icons", in_main(links(20, "<i class=icon></i>")), "named", "sucks"},
          {"icons with a label", in_main(links(20, "<i aria-label=\"Next page\"></i>")), "named",
           "wow"},
          {"icons with a title", in_main(links(20, "<svg><title>Next page</title><path/></svg>")),
           "named", "wow"},
          {"pictures with words", in_main(links(20, "<img src=/b.png alt=Bread>")), "named", "wow"},
          {"anchors without an address", in_main("<a name=top></a><a id=x></a><a id=y></a>"),
           "named", "wow"},
          {"a card's picture beside its heading",
           in_main("<a href=/rolls><img src=/b.png></a><a href=/rolls>Our rolls</a>"), "named",
           "wow"},
          {"hidden links", in_main("<div hidden>" + links(20, "") + "</div>"), "named", "wow"},
          {"links for mice alone",
           in_main("<a href=/a aria-hidden=true></a><a href=/b aria-hidden=true></a>"), "named",
           "wow"},

          {"names", nothing, "specific", "wow"},
          {"more and more", in_main(links(20, "Read more &rarr;")), "specific", "so-so"},
          {"more of a card", in_main("<a href=/rolls>Our rolls</a><a href=/rolls>more</a>"),
           "specific", "wow"},
          {"more with a better label",
           [](SampleSite& sample) {
             std::string html;
             for (int i = 0; i < 20; ++i) {
               html += "<a href=/n" + std::to_string(i) + " aria-label='Our rolls'>more</a>";
             }
             swap_text(sample.fetch(home).body, "<h1>", html + "<h1>");
           },
           "specific", "wow"},
      });
}

TEST_CASE("without links there is nothing to name") {
  SampleSite sample("https://example.com/");
  sample.page(home, "<html><body><p>" + std::string(700, 'a') + "</p></body></html>", Role::home);
  CHECK(judged("link-names", sample).verdict("named") == "not applicable");
}

TEST_CASE("a shell that a script fills may still have links") {
  SampleSite sample("https://example.com/");
  sample.page(home,
              "<html><head><script src='/app.js'></script></head><body><div id='root'></div>"
              "</body></html>",
              Role::home);
  CHECK(judged("link-names", sample).verdict("named") == "not assessed: js-rendered");
  CHECK(judged("link-names", sample).verdict("specific") == "not assessed: js-rendered");
}
