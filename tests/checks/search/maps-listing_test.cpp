#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/";
const std::string google = "https://www.google.com/maps/place/Example+Bakery/@52.48,13.39,17z";
const std::string osm = "https://www.openstreetmap.org/node/123";

std::string link(const std::string& address) {
  return "<a href=\"" + address + "\">Map</a>";
}

auto linked(std::string html) {
  return
      [html](SampleSite& sample) { swap_text(sample.fetch(home).body, "</h1>", "</h1>" + html); };
}

auto to(std::string address) {
  return linked(link(address));
}

auto data(std::string members) {
  return [members](SampleSite& sample) {
    swap_text(sample.fetch(home).body, "\"@type\": \"Bakery\",",
              "\"@type\": \"Bakery\"," + members);
  };
}

auto rated(std::string value, std::string votes) {
  return [=](SampleSite& sample) {
    to(google)(sample);
    data("\"aggregateRating\": {\"ratingValue\": " + value + ", \"reviewCount\": " + votes +
         "},")(sample);
  };
}

}  // namespace

TEST_CASE("every verdict of the listing on maps can be reached") {
  hold_rows(
      "maps-listing",
      {
          {"two, the leader among them", linked(link(google) + link(osm)), "linked", "wow"},
          {"by sameAs", data("\"sameAs\": [\"" + google + "\", \"" + osm + "\"],"), "linked",
           "wow"},
          {"one", to(google), "linked", "so-so"},
          {"one twice", linked(link(google) + link("https://maps.app.goo.gl/abc")), "linked",
           "so-so"},
          {"two without the leader", linked(link(osm) + link("https://mapy.cz/s/abc")), "linked",
           "so-so"},

          {"a place", to(google), "place-link", "wow"},
          {"a short link", to("https://maps.app.goo.gl/AbC"), "place-link", "wow"},
          {"by its number", to("https://maps.google.com/?cid=123"), "place-link", "wow"},
          {"an organisation", to("https://yandex.ru/maps/org/example/123/"), "place-link", "wow"},
          {"a firm", to("https://2gis.ru/moscow/firm/123"), "place-link", "wow"},
          {"a search", to("https://www.google.com/maps/search/?api=1&query=Bergmannstr"),
           "place-link", "so-so"},
          {"coordinates", to("https://www.google.com/maps/@52.48,13.39,17z"), "place-link",
           "so-so"},
          {"coordinates of a place", to("https://www.google.com/maps/place/52.48,13.39"),
           "place-link", "so-so"},
          {"for the device", to("geo:52.48,13.39"), "place-link", "so-so"},
          {"a town", to("https://www.google.com/maps/@52.5,13.4,11z"), "place-link", "sucks"},
          {"a town on another map", to("https://yandex.ru/maps/?ll=37.6,55.7&z=10"), "place-link",
           "sucks"},
          {"nothing in particular", to("https://www.google.com/maps"), "place-link", "sucks"},
          {"a dead link",
           [](SampleSite& s) {
             to(google)(s);
             s.page(google, "", Role::third_party).hops.back().status = 404;
           },
           "place-link", "sucks"},
          {"one that keeps us out",
           [](SampleSite& s) {
             to(google)(s);
             s.page(google, "", Role::third_party).hops.back().status = 403;
           },
           "place-link", "wow"},

          {"rated high by many", rated("4.5", "20"), "rating", "wow"},
          {"rated high by few", rated("4.9", "19"), "rating", "so-so"},
          {"rated in the middle", rated("\"4,4\"", "200"), "rating", "so-so"},
          {"rated badly", rated("3.7", "50"), "rating", "sucks"},
          {"rated badly by few", rated("3.7", "3"), "rating", "so-so"},
          {"not rated", to(google), "rating", "not assessed: manual-only"},
      });
}

TEST_CASE("a company without premises needs no map, and one may stand where nobody looked") {
  SampleSite sample = SampleSite::perfect();
  CHECK(judged("maps-listing", sample).touchpoint.status == Status::absent);
  sample.recording().complete = false;
  CHECK(judged("maps-listing", sample).verdict("linked") == "not assessed: budget-exhausted");
}
