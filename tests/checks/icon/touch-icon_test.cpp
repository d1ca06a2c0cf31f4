#include <catch2/catch.hpp>

#include "tests/checks/images.h"
#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/", icon = home + "icon-180.png",
                  usual = home + "apple-touch-icon.png";
const std::string rel_touch =
    "<link rel=\"apple-touch-icon\" sizes=\"180x180\" href=\"/icon-180.png\">";

void nothing(SampleSite&) {}

auto delivers(std::string bytes) {
  return [bytes](SampleSite& sample) { sample.fetch(icon).body = bytes; };
}

void undeclare(SampleSite& sample) {
  swap_text(sample.fetch(home).body, rel_touch, "");
}

auto only_usual(std::string bytes, int status = 200) {
  return [bytes, status](SampleSite& sample) {
    undeclare(sample);
    sample.answer(usual, Role::icon, "image/png", bytes).hops.back().status = status;
    sample.visit(usual, Role::icon).note = "convention";
  };
}

auto in_manifest(std::string bytes) {
  return [bytes](SampleSite& sample) {
    undeclare(sample);
    sample.answer(home + "app.png", Role::icon, "image/png", bytes);
    sample.visit(home + "app.png", Role::icon).note = "manifest";
  };
}

// One pixel of four bytes in rows that nothing filters, stored without compression (RFC 1951).
std::string png_of(const std::string& pixel, char colour_type) {
  std::string png = images::png(180, 180);
  png[25] = colour_type;
  const std::string row = std::string(1, '\0') + pixel;
  const auto size = static_cast<char>(row.size());
  const std::string packed =
      std::string("\x78\x01\x01") + size + '\0' + static_cast<char>(~size) + '\xff' + row + "xxxx";
  const auto at = png.find("IDAT");
  const std::string chunk = images::big(packed.size(), 4) + "IDAT" + packed + "cccc";
  const std::string end = images::big(0, 4) + "IEND" + "\xae\x42\x60\x82";
  return png.substr(0, at == std::string::npos ? 33 : at - 4) + chunk + end;
}

}  // namespace

TEST_CASE("every verdict of the home-screen icon can be reached") {
  hold_rows(
      "touch-icon",
      {
          {"declared", nothing, "decodes", "wow"},
          {"in the manifest alone", in_manifest(sample_png(192, 192)), "decodes", "wow"},
          {"where phones look", only_usual(sample_png(180, 180)), "decodes", "so-so"},
          {"an HTML page", delivers("<html>not here</html>"), "decodes", "sucks"},
          {"gone",
           [](SampleSite& s) {
             s.fetch(icon).hops.back().status = 404;
             s.fetch(icon).body = "gone";
           },
           "decodes", "sucks"},
          {"refused to us", [](SampleSite& s) { s.fetch(icon).hops.back().status = 403; },
           "decodes", "not assessed: blocked-403"},
          {"nobody looked where phones look", undeclare, "decodes",
           "not assessed: budget-exhausted"},

          {"180", nothing, "size", "wow"},
          {"179", delivers(sample_png(179, 179)), "size", "so-so"},
          {"120", delivers(sample_png(120, 120)), "size", "so-so"},
          {"119", delivers(sample_png(119, 119)), "size", "sucks"},
          {"no picture", delivers("<html></html>"), "size", "not applicable"},

          {"opaque", nothing, "opaque", "wow"},
          {"a photograph", delivers(images::jpeg(180, 180)), "opaque", "wow"},
          {"a clear corner", delivers(png_of(std::string("\1\2\3\0", 4), 6)), "opaque", "so-so"},
          {"alpha that hides nothing", delivers(png_of("\1\2\3\xff", 6)), "opaque", "wow"},
          {"an icon for apps", in_manifest(png_of(std::string("\1\2\3\0", 4), 6)), "opaque",
           "not applicable"},
      });
}

TEST_CASE("without any icon for the home screen the touchpoint is missing") {
  SampleSite sample = SampleSite::perfect();
  only_usual("not here", 404)(sample);
  const JudgedSample found = judged("touch-icon", sample);
  CHECK(found.touchpoint.status == Status::missing);
}
