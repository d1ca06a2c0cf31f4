#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/", contact = home + "contact/";
const std::string text =
    "Sourdough bread, rolls and cakes, baked by hand every night from organic flour. Open from "
    "Tuesday to Saturday in Berlin Kreuzberg.";
const std::string of_contact =
    "Phone, e-mail, address and opening hours of the bakery Example in Berlin Kreuzberg, and a "
    "form for cakes and larger orders.";

auto described(std::string description) {
  return
      [description](SampleSite& sample) { swap_text(sample.fetch(home).body, text, description); };
}

// Ten pages in all; the descriptions of the eight new ones come from `of_page`.
auto pages(std::function<std::string(int)> of_page) {
  return [of_page](SampleSite& sample) {
    for (int i = 0; i < 8; ++i) {
      std::string page = sample.fetch(contact).body;
      swap_text(page, of_contact, of_page(i));
      sample.page(home + "bread/" + std::to_string(i), page);
    }
  };
}

auto robots(std::string rules) {
  return [rules](SampleSite& sample) {
    swap_text(sample.fetch(home).body, "<title>",
              "<meta name='robots' content='" + rules + "'><title>");
  };
}

void nothing(SampleSite&) {}

}  // namespace

TEST_CASE("every verdict of the description can be reached") {
  hold_rows(
      "meta-snippet",
      {
          {"131 characters", nothing, "home", "wow"},
          {"70 characters", described(std::string(70, 'x')), "home", "wow"},
          {"69 characters", described(std::string(69, 'x')), "home", "so-so"},
          {"160 characters", described(std::string(160, 'x')), "home", "wow"},
          {"161 characters", described(std::string(161, 'x')), "home", "so-so"},
          {"none", described(""), "home", "so-so"},
          {"a placeholder", described("Lorem ipsum dolor sit amet, consetetur sadipscing elitr"),
           "home", "sucks"},

          {"all have their own", nothing, "unique", "wow"},
          {"80 % have their own",
           pages([](int i) { return i < 2 ? "" : "Bread " + std::to_string(i); }), "unique",
           "so-so"},
          {"60 % share one", pages([](int i) { return i < 6 ? "Bread" : std::to_string(i); }),
           "unique", "sucks"},
          {"a site of one page", [](SampleSite& s) { s.remove(contact); }, "unique",
           "not applicable"},

          {"a figure", described("Bread for 5 euros"), "fact", "wow"},
          {"a call to action", described("Order your bread today"), "fact", "wow"},
          {"neither", described("Bread from a small bakery"), "fact", "so-so"},

          {"allowed", nothing, "allowed", "wow"},
          {"a long snippet is allowed", robots("index, max-snippet:0160"), "allowed", "wow"},
          {"nosnippet", robots("index, nosnippet"), "allowed", "sucks"},
          {"no characters", robots("max-snippet: 0"), "allowed", "sucks"},
          {"in the header",
           [](SampleSite& s) {
             SampleSite::set_header(s.fetch(home), "x-robots-tag", "nosnippet");
           },
           "allowed", "sucks"},
      });
}

TEST_CASE("a site without descriptions lacks them, which is no disaster") {
  SampleSite sample = SampleSite::perfect();
  described("")(sample);
  swap_text(sample.fetch(contact).body, of_contact, "");
  const Touchpoint touchpoint = judged("meta-snippet", sample).touchpoint;
  CHECK(touchpoint.status == Status::missing);
  CHECK(touchpoint.verdict == Verdict::so_so);
}
