#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/";
const std::string phone = "\"telephone\": \"+49 30 12345678\"";
const std::string type = "\"@type\": \"Bakery\"";

auto changed(std::string from, std::string to) {
  return [from, to](SampleSite& sample) { swap_text(sample.fetch(home).body, from, to); };
}

auto with(std::string members) {
  return changed(phone, phone + ", " + members);
}

std::string hours(const std::string& text) {
  return "\"openingHours\": \"" + text + "\"";
}

void nothing(SampleSite&) {}

std::string verdict(const std::function<void(SampleSite&)>& breaks) {
  SampleSite sample = SampleSite::perfect();
  breaks(sample);
  return judged("structured-data-local", sample, find_presence(sample.site())).verdict("agrees");
}

}  // namespace

TEST_CASE("every verdict of the local business's data can be reached") {
  hold_rows(
      "structured-data-local",
      {
          {"a bakery", nothing, "required", "wow"},
          {"by its plain type", changed(type, "\"@type\": [\"LocalBusiness\"]"), "required", "wow"},
          {"without premises",
           changed("\"address\": {\"@type\": \"PostalAddress\"",
                   "\"areaServed\": {\"@type\": \"City\""),
           "required", "wow"},
          {"no name", changed("\"name\": \"Example\"", "\"name\": \"\""), "required", "sucks"},
          {"no place",
           changed("\"address\": {\"@type\": \"PostalAddress\"", "\"x\": {\"@type\": \"y\""),
           "required", "sucks"},

          {"phone and site alone", nothing, "recommended", "so-so"},
          {"four of six", with("\"priceRange\": \"$$\", " + hours("Tu-Sa 07:00-18:00")),
           "recommended", "wow"},
          {"hours by specification",
           with("\"geo\": {\"latitude\": 52.4}, \"openingHoursSpecification\": [{\"opens\": "
                "\"07:00\"}]"),
           "recommended", "wow"},
      });
}

TEST_CASE("hours, phone and address are compared with the pages") {
  CHECK(verdict(nothing) == "wow");
  CHECK(verdict(with(hours("Tu-Sa 07:00-18:00"))) == "wow");
  CHECK(verdict(with("\"openingHoursSpecification\": {\"dayOfWeek\": \"Tuesday\", \"opens\": "
                     "\"07:00:00\", \"closes\": \"18:00:00\"}")) == "wow");
  // One of the two is the same: nobody knows.
  CHECK(verdict(with(hours("Tu-Sa 07:00-17:00"))) == "wow");
  // Other hours alone are one look.
  CHECK(verdict(with(hours("Tu-Sa 09:00-20:00"))) == "so-so");
  CHECK(verdict([](SampleSite& sample) {
          with(hours("Tu-Sa 09:00-20:00"))(sample);
          changed("+49 30 12345678", "+49 89 7654321")(sample);
        }) == "sucks");
  CHECK(verdict([](SampleSite& sample) {
          changed(phone, "\"x\": \"\"")(sample);
          changed("\"address\": {\"@type\": \"PostalAddress\"",
                  "\"areaServed\": {\"@type\": \"City\"")(sample);
        }) == "so-so");
}

TEST_CASE("a company of another kind has no local data, a local one lacks them") {
  SampleSite sample = SampleSite::perfect();
  changed(type, "\"@type\": \"Corporation\"")(sample);
  CHECK(judged("structured-data-local", sample).touchpoint.status == Status::absent);
  sample.fetch(home).truncated = true;
  CHECK(judged("structured-data-local", sample).verdict("required") == "not assessed: truncated");
}
