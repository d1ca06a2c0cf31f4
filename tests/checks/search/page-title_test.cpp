#include <catch2/catch.hpp>

#include "checks/titles.h"
#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/", contact = home + "contact/";
const std::string title = "Example: sourdough bakery in Berlin Kreuzberg";

auto titled(std::string text) {
  return [text](SampleSite& sample) {
    swap_text(sample.fetch(home).body, "<title>" + title + "</title>",
              "<title>" + text + "</title>");
  };
}

// Ten pages in all, as many of them as `same` under one title.
auto sharing(int same, const std::string& theirs = "Our bread") {
  return [same, theirs](SampleSite& sample) {
    for (int i = 0; i < 8; ++i) {
      std::string page = sample.fetch(contact).body;
      const std::string own = i < same ? theirs : "Bread number " + std::to_string(i);
      swap_text(page, "Contact and opening hours - Example, Berlin", own);
      sample.page(home + "bread/" + std::to_string(i), page);
    }
  };
}

void nothing(SampleSite&) {}

}  // namespace

TEST_CASE("every verdict of the page title can be reached") {
  hold_rows("page-title",
            {
                {"words", nothing, "home-present", "wow"},
                {"one word", titled("Example"), "home-present", "so-so"},
                {"the domain", titled("www.example.com"), "home-present", "so-so"},
                {"empty", titled(" "), "home-present", "sucks"},
                {"generic", titled("Home"), "home-present", "sucks"},
                {"generic in Russian", titled("Главная страница"), "home-present", "sucks"},
                {"a folder's list", titled("Index of /"), "home-present", "sucks"},
                {"a system's default", titled("Welcome to nginx!"), "home-present", "sucks"},
                {"a name beside a system's slogan",
                 titled("Example &#8211; Just another WordPress site"), "home-present", "so-so"},

                {"45 characters", nothing, "length", "wow"},
                {"15 characters", titled("Brot in Kreuzbe"), "length", "wow"},
                {"14 characters", titled("Brot in Kreuzb"), "length", "so-so"},
                {"60 characters", titled(std::string(60, 'x')), "length", "wow"},
                {"61 characters", titled(std::string(61, 'x')), "length", "so-so"},
                {"120 characters", titled(std::string(120, 'x')), "length", "so-so"},
                {"121 characters", titled(std::string(121, 'x')), "length", "sucks"},
                {"8 Japanese characters", titled("東京の小さなパン"), "length", "wow"},
                {"7 Japanese characters", titled("東京の小さな店"), "length", "so-so"},

                {"each its own", nothing, "unique", "wow"},
                {"the start page under the name of its file",
                 [](SampleSite& s) {
                   s.page("https://example.com/index.html", s.fetch("https://example.com/").body);
                 },
                 "unique", "wow"},
                {"two of ten", sharing(2), "unique", "so-so"},
                {"four of ten", sharing(4), "unique", "sucks"},
                {"one of ten without a title", sharing(1, ""), "unique", "so-so"},
                {"four of ten without one", sharing(4, ""), "unique", "sucks"},
                {"a site of one page", [](SampleSite& s) { s.remove(contact); }, "unique",
                 "not applicable"},

                {"named", nothing, "brand", "wow"},
                {"not named", titled("Sourdough bakery in Berlin"), "brand", "so-so"},

                {"an offer", nothing, "benefit", "wow"},
                {"only a name", titled("Example"), "benefit", "so-so"},
            });
}

TEST_CASE("a site whose pages have no title at all lacks it") {
  SampleSite sample = SampleSite::perfect();
  titled("")(sample);
  swap_text(sample.fetch(contact).body, "Contact and opening hours - Example, Berlin", "");
  CHECK(judged("page-title", sample).touchpoint.status == Status::missing);
}

TEST_CASE("a title that a script fills in is read from og:title or not at all") {
  const std::string shell =
      "<html><head><title>React App</title>META<script src='/app.js'></script></head>"
      "<body><div id='root'></div></body></html>";
  SampleSite sample = SampleSite::perfect();
  sample.fetch(home).body = shell;
  CHECK(judged("page-title", sample).verdict("home-present") == "not assessed: js-rendered");
  swap_text(sample.fetch(home).body, "META",
            "<meta property='og:title' content='Bakery Example in Berlin'>");
  CHECK(judged("page-title", sample).verdict("home-present") == "wow");
}

TEST_CASE("titles fall into parts at their separators") {
  using Parts = std::vector<std::string>;
  CHECK(title_parts("Brot | Huber - Berlin") == Parts{"Brot", "Huber", "Berlin"});
  CHECK(title_parts("Huber-Brot: frisch · täglich") == Parts{"Huber-Brot", "frisch", "täglich"});
  CHECK(title_parts("|| - ||").empty());
  CHECK(title_parts("").empty());
}

TEST_CASE("placeholders are known in any case, and ordinary words are none") {
  for (const char* text : {"Lorem Ipsum dolor", "Your text here.", "{{ title }}", "Price: NaN",
                           "Just another WordPress site"}) {
    INFO(text);
    CHECK(is_placeholder(text));
  }
  for (const char* text : {"Naan bread and more", "Save 20 % sofort", "Hernan e hijos", ""}) {
    INFO(text);
    CHECK_FALSE(is_placeholder(text));
  }
}
