#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/";

auto data(std::string members) {
  return [members](SampleSite& sample) {
    swap_text(sample.fetch(home).body, "<title>",
              "<script type=\"application/ld+json\">{\"@type\": \"WebSite\"" + members +
                  "}</script><title>");
  };
}

auto microdata(std::string html) {
  return [html](SampleSite& sample) { swap_text(sample.fetch(home).body, "<h1>", html + "<h1>"); };
}

void nothing(SampleSite&) {}

}  // namespace

TEST_CASE("every verdict of the name in search can be reached") {
  hold_rows(
      "search-site-name",
      {
          {"a name", data(", \"name\": \"Example\", \"url\": \"https://www.example.com/\""),
           "declared", "wow"},
          {"a name alone", data(", \"name\": \"Example\""), "declared", "wow"},
          {"a name in microdata",
           microdata("<p itemscope itemtype='https://schema.org/WebSite'>"
                     "<b itemprop=name>Example</b></p>"),
           "declared", "wow"},
          {"no data", nothing, "declared", "so-so"},
          {"data without a name", data(", \"url\": \"https://example.com/\""), "declared", "so-so"},
          {"an empty name", data(", \"name\": \"\""), "declared", "so-so"},
          {"of another host", data(", \"name\": \"Example\", \"url\": \"https://other.example/\""),
           "declared", "sucks"},
          {"a site in a folder",
           [](SampleSite& s) {
             s = SampleSite("https://example.com/shop/");
             s.page("https://example.com/shop/", SampleSite::perfect().fetch(home).body,
                    Role::home);
           },
           "declared", "not applicable"},
          {"a shell that a script fills",
           [](SampleSite& s) {
             s.fetch(home).body =
                 "<html><head><script src='/app.js'></script></head><body><div id='root'></div>"
                 "</body></html>";
           },
           "declared", "not assessed: js-rendered"},

          {"the same name", data(", \"name\": \"EXAMPLE \""), "same", "wow"},
          {"the same short name",
           data(", \"name\": \"Example Bakery\", \"alternateName\": "
                "[\"EB\", \"Example\"]"),
           "same", "wow"},
          {"another name", data(", \"name\": \"Bakery Huber\""), "same", "so-so"},
          {"nothing to compare", nothing, "same", "not applicable"},
      });
}
