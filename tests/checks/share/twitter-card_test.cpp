#include <catch2/catch.hpp>

#include "tests/checks/images.h"
#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/", picture = home + "bread.png";
const std::string card = "<meta name=\"twitter:card\" content=\"summary_large_image\">\n";

auto typed(std::string type) {
  return [type](SampleSite& sample) {
    swap_text(sample.fetch(home).body, "summary_large_image", type);
  };
}

auto tagged(std::string name, std::string content) {
  return [=](SampleSite& sample) {
    swap_text(sample.fetch(home).body, card,
              card + "<meta name=\"" + name + "\" content=\"" + content + "\">");
  };
}

void nothing(SampleSite&) {}

}  // namespace

TEST_CASE("every verdict of the card can be reached") {
  hold_rows(
      "twitter-card",
      {
          {"large", nothing, "type", "wow"},
          {"small", typed("summary"), "type", "so-so"},
          {"a player", typed("Player"), "type", "so-so"},
          {"not said", [](SampleSite& s) { swap_text(s.fetch(home).body, card, ""); }, "type",
           "so-so"},
          {"no such type", typed("large"), "type", "sucks"},

          {"within them", nothing, "limits", "wow"},
          {"a long title", tagged("twitter:title", std::string(71, 'x')), "limits", "so-so"},
          {"a long text", tagged("twitter:description", std::string(201, 'x')), "limits", "so-so"},
          {"just not too long", tagged("twitter:title", std::string(70, 'x')), "limits", "wow"},
          {"a heavy picture", [](SampleSite& s) { s.fetch(picture).wire_bytes = 5'120 * 1'024; },
           "limits", "sucks"},
          {"an SVG", [](SampleSite& s) { s.fetch(picture).body = images::svg(); }, "limits",
           "sucks"},
          {"no picture",
           [](SampleSite& s) { swap_text(s.fetch(home).body, "\"og:image\"", "\"og:icon\""); },
           "limits", "wow"},
          {"the picture was not asked", [](SampleSite& s) { s.remove(picture); }, "limits",
           "not assessed: budget-exhausted"},
          {"the picture is kept from us",
           [](SampleSite& s) { s.fetch(picture).hops.back().status = 403; }, "limits",
           "not assessed: blocked-403"},

          {"described", tagged("twitter:image:alt", "Three loaves"), "alt", "wow"},
          {"not described", nothing, "alt", "so-so"},
          {"no picture",
           [](SampleSite& s) { swap_text(s.fetch(home).body, "\"og:image\"", "\"og:icon\""); },
           "alt", "not applicable"},
      });
}

TEST_CASE("a page without any tags has no card, which is nobody's fault") {
  SampleSite sample = SampleSite::perfect();
  std::string& html = sample.fetch(home).body;
  swap_text(html, card, "");
  swap_text(html, "\"og:", "\"no:");
  CHECK(judged("twitter-card", sample).touchpoint.status == Status::absent);
}
