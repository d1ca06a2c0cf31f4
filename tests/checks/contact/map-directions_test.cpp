#include "tests/checks/contact/contact_rows.h"

using namespace touchstone;

namespace {

const std::string frame =
    "<iframe src=\"https://www.openstreetmap.org/export/embed.html?bbox=13.38,52.48,13.40,52.49\" "
    "width=\"600\" height=\"400\" title=\"Map\"></iframe>";
const std::string way =
    " The underground station Gneisenaustrasse is\nthree minutes away, and there is room for your "
    "bicycle in front of the door.";

Break map(const std::string& html) {
  return on(kContact, frame, html);
}
Break directions(const std::string& text) {
  return on(kContact, way, text);
}

}  // namespace

TEST_CASE("every verdict of the way can be reached") {
  const std::string prose =
      " Leave the station by the northern exit, turn left and walk along the street until you see "
      "our entrance.";
  hold_contact_rows(
      "map-directions",
      {
          {"a frame", nothing, "map", "wow"},
          {"a link", map("<a href=\"https://maps.app.goo.gl/abc\">Way</a>"), "map", "wow"},
          {"a picture of a map",
           map("<img src=\"https://maps.googleapis.com/maps/api/staticmap?center=x\">"), "map",
           "so-so"},
          {"coordinates", map("<a href=\"geo:52.48,13.39\">52.48, 13.39</a>"), "map", "so-so"},
          {"words alone", all_of({map(""), directions(prose)}), "map", "sucks"},

          {"described", directions(prose), "route", "wow"},
          {"a scheme", all_of({directions(""), on_contact("<img src=\"/img/anfahrt.png\">")}),
           "route", "wow"},
          {"not described", directions(""), "route", "so-so"},
          {"a power station",
           directions(" In 1950 he founded the first electric power station of the east, with an "
                      "exit from the oil market in mind."),
           "route", "so-so"},
          {"words of another language",
           directions(" We serve hot and cold buffets, bar and dinner, to every guest, och station "
                      "buss, all day."),
           "route", "so-so"},
          {"in the address",
           all_of({directions(""), on_contact("<address>Lindenweg 4, across from the bus station,"
                                              " 10961 Berlin</address>")}),
           "route", "wow"},

          {"a station", directions(prose), "parking", "wow"},
          {"neither", directions(""), "parking", "so-so"},

          {"nothing", all_of({map(""), directions("")}), "map", "not applicable"},
          {"nothing seen, and not all seen", all_of({map(""), directions(""), cut_short}), "map",
           "not assessed: budget-exhausted"},
      });
}

TEST_CASE("three services and a film are chips") {
  CHECK(judged_after("map-directions",
                     on_contact("<a href=\"https://maps.app.goo.gl/a\">1</a>"
                                "<a href=\"https://waze.com/ul?ll=1\">2</a>"
                                "<iframe src=\"https://www.youtube.com/embed/x\"></iframe>"))
            .touchpoint.chips == std::vector<std::string>{"three-apps", "way-film"});
}
