#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/", contact = home + "contact/";

std::string tag(const std::string& name, const std::string& content) {
  return "<meta property=\"og:" + name + "\" content=\"" + content + "\">\n";
}

std::string card(const std::string& title, const std::string& url) {
  return tag("type", "website") + tag("title", title) + tag("image", home + "bread.png") +
         tag("url", url);
}

// Contact has a card too, so that the whole sample has one.
void everywhere(SampleSite& sample) {
  swap_text(sample.fetch(contact).body, "<title>", card("Contact", contact) + "<title>");
}

auto changed(std::string from, std::string to) {
  return [from, to](SampleSite& sample) {
    everywhere(sample);
    swap_text(sample.fetch(home).body, from, to);
  };
}

auto described(std::size_t length) {
  return changed(
      "Sourdough bread, rolls and cakes, baked by hand every night from organic flour.\">\n"
      "<meta property=\"og:url\"",
      std::string(length, 'x') + "\">\n<meta property=\"og:url\"");
}

}  // namespace

TEST_CASE("every verdict of the link preview can be reached") {
  hold_rows(
      "share-card",
      {
          {"all four on every page", everywhere, "four", "wow"},
          {"a relative picture",
           changed("content=\"https://example.com/bread.png\"", "content=\"/bread.png\""), "four",
           "wow"},
          {"only on home", [](SampleSite&) {}, "four", "so-so"},
          {"one is missing", changed("og:type", "og:kind"), "four", "so-so"},
          {"by name", changed("property=\"og:type\"", "name=\"og:type\""), "four", "so-so"},
          {"another company's address",
           changed("property=\"og:url\" content=\"https://example.com/",
                   "property=\"og:url\" content=\"https://other.net/"),
           "four", "sucks"},

          {"79 characters", everywhere, "text", "wow"},
          {"55 characters", described(55), "text", "wow"},
          {"54 characters", described(54), "text", "so-so"},
          {"200 characters", described(200), "text", "wow"},
          {"201 characters", described(201), "text", "so-so"},
          {"none",
           [](SampleSite& s) {
             everywhere(s);
             swap_text(s.fetch(home).body, "og:description", "og:nothing");
             swap_text(s.fetch(home).body, "name=\"description\"", "name=\"nothing\"");
           },
           "text", "so-so"},
          {"a placeholder", changed("Sourdough bread, rolls", "Lorem ipsum, rolls"), "text",
           "sucks"},

          {"named", everywhere, "site-name", "wow"},
          {"not named", changed("og:site_name", "og:no_name"), "site-name", "so-so"},

          {"a title for each page", everywhere, "own", "wow"},
          {"the same card everywhere",
           [](SampleSite& s) {
             swap_text(s.fetch(contact).body, "<title>",
                       card("Example: sourdough bakery in Berlin Kreuzberg", contact) + "<title>");
           },
           "own", "so-so"},
          {"a site of one page", [](SampleSite& s) { s.remove(contact); }, "own", "not applicable"},
      });
}

TEST_CASE("a site without any card lacks its link preview") {
  SampleSite sample = SampleSite::perfect();
  swap_text(sample.fetch(home).body, "property=\"og:", "property=\"no:");
  const Touchpoint touchpoint = judged("share-card", sample).touchpoint;
  CHECK(touchpoint.status == Status::missing);
  CHECK(touchpoint.verdict == Verdict::so_so);
}
