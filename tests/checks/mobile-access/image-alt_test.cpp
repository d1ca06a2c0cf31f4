#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/", contact = home + "contact/";
const std::string described = "alt=\"Three loaves of sourdough bread\">";

auto in_main(std::string html) {
  return [html](SampleSite& sample) { swap_text(sample.fetch(home).body, "<h1>", html + "<h1>"); };
}

auto in_header(std::string page, std::string html) {
  return [page, html](SampleSite& sample) {
    swap_text(sample.fetch(page).body, "<header>", "<header>" + html);
  };
}

std::string pictures(int count, const std::string& attributes) {
  std::string html;
  for (int i = 0; i < count; ++i) html += "<img src=/p.jpg " + attributes + ">";
  return html;
}

void nothing(SampleSite&) {}

void without_pictures(SampleSite& sample) {
  const std::string image = "<img src=\"/bread.png\" width=\"1200\" height=\"630\" " + described;
  swap_text(sample.fetch(home).body, image, "");
}

const std::string nameless = "<a href=/shop><img src=/shop.png alt=''></a>";

}  // namespace

TEST_CASE("every verdict of the pictures' texts can be reached") {
  hold_rows("image-alt",
            {
                {"described", nothing, "alt", "wow"},
                {"one of two", in_main(pictures(1, "")), "alt", "so-so"},
                {"one of ten", in_main(pictures(9, "")), "alt", "sucks"},
                {"decoration", in_main(pictures(9, "alt=''")), "alt", "wow"},
                {"decoration by its role", in_main(pictures(9, "role=presentation")), "alt", "wow"},
                {"tracking pixels", in_main(pictures(9, "width=1 height=1")), "alt", "wow"},
                {"hidden ones", in_main("<div hidden>" + pictures(9, "") + "</div>"), "alt", "wow"},
                {"doubles without scripts", in_main("<noscript>" + pictures(9, "") + "</noscript>"),
                 "alt", "wow"},
                {"a button's picture", in_main("<form><input type=image src=/b.png></form>"), "alt",
                 "so-so"},
                {"a drawing", in_main("<svg role=img><title>Map</title></svg>"), "alt", "wow"},
                {"a drawing without words", in_main("<svg role=img></svg>"), "alt", "so-so"},
                {"no pictures", without_pictures, "alt", "not applicable"},

                {"words", nothing, "quality", "wow"},
                {"file names",
                 in_main(pictures(1, "alt='IMG_2041.jpg'") + pictures(1, "alt='DSC 0012'") +
                         pictures(1, "alt=Bild")),
                 "quality", "sucks"},
                {"one of two", in_main(pictures(1, "alt=image")), "quality", "so-so"},
                {"one of ten",
                 in_main(pictures(1, "alt=image") +
                         "<img alt='Rye'><img alt='Rolls'><img alt='Cake'><img alt='Oven'>"
                         "<img alt='Mill'><img alt='Dough'><img alt='Shop'><img alt='Team'>"),
                 "quality", "so-so"},
                {"texts of decoration alone",
                 [](SampleSite& s) { swap_text(s.fetch(home).body, described, "alt=\"\">"); },
                 "quality", "not applicable"},

                {"no linked picture", nothing, "linked", "wow"},
                {"in the header", in_header(home, nameless), "linked", "sucks"},
                {"in the header of another page", in_header(contact, nameless), "linked", "so-so"},
                {"in the text", in_main(nameless), "linked", "so-so"},
                {"beside words", in_header(home, "<a href=/s><img src=/s.png alt=''>Shop</a>"),
                 "linked", "wow"},
                {"with a label", in_header(home, "<a href=/s aria-label=Shop><img src=/s.png></a>"),
                 "linked", "wow"},
                {"with an alt text", in_header(home, "<a href=/s><img src=/s.png alt=Shop></a>"),
                 "linked", "wow"},
            });
}

TEST_CASE("one poor text among few is no proof") {
  SampleSite sample = SampleSite::perfect();
  in_main(pictures(1, "alt=image"))(sample);
  CHECK(judged("image-alt", sample).component("quality").unconfirmed);
}

TEST_CASE("a shell that a script fills may still have pictures") {
  SampleSite sample("https://example.com/");
  sample.page(home,
              "<html><head><script src='/app.js'></script></head><body><div id='root'></div>"
              "</body></html>",
              Role::home);
  for (const char* component : {"alt", "quality", "linked"}) {
    CHECK(judged("image-alt", sample).verdict(component) == "not assessed: js-rendered");
  }
}
