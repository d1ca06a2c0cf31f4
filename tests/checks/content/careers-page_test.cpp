#include <catch2/catch.hpp>

#include "tests/checks/judged.h"
#include "tests/checks/offer_pages.h"

using namespace touchstone;

namespace {

auto says(std::string html) {
  return [html](SampleSite& s) {
    add_page(s, "nav", "/careers/", "Careers",
             html + "<p>We are a small team and love our work in the bakery.</p>");
  };
}

std::string job(const std::string& until) {
  return "<script type='application/ld+json'>{\"@context\":\"https://schema.org\",\"@type\":"
         "\"JobPosting\",\"title\":\"Baker\",\"validThrough\":\"" +
         until + "\"}</script>";
}

}  // namespace

TEST_CASE("every verdict on the page of jobs can be reached") {
  hold_rows(
      "careers-page",
      {
          {"a job by its words", says("<h2>Baker</h2><p>Full-time. Apply now!</p>"), "alive",
           "wow"},
          {"a job by its data", says(job("2026-05-01")), "alive", "wow"},
          {"a job until today", says(job("2026-02-11")), "alive", "wow"},
          {"an invitation", says("<p>No job for you? Send us your CV.</p>"), "alive", "wow"},
          {"nothing", says(""), "alive", "so-so"},
          {"two jobs of the past", says(job("2025-01-01") + job("2025-02-01")), "alive", "sucks"},
          {"one job of the past", says(job("2025-01-01")), "alive", "so-so"},
          {"one of the past, one open", says(job("2025-01-01") + job("2026-06-01")), "alive",
           "wow"},
          {"a dead link",
           [](SampleSite& s) {
             dead_link("/careers/", "Careers")(s);
             s.fetch(home + "careers/").attempt = 2;
           },
           "alive", "sucks"},
          {"a link into a wall", walled_link("/careers/", "Careers"), "alive",
           "not assessed: blocked-403"},
          {"none", [](SampleSite&) {}, "alive", "not applicable"},

          {"an address", says("<a href='mailto:jobs@example.com'>Write</a>"), "contact", "wow"},
          {"an address in plain text", says("<p>Send CV: jobs@example.com</p>"), "contact", "wow"},
          {"a form", says("<form><input name=name><input type=email name=mail></form>"), "contact",
           "wow"},
          {"nobody", says(""), "contact", "so-so"},
          {"a shell", [](SampleSite& s) { add_shell(s, "/careers/", "Careers"); }, "contact",
           "not assessed: js-rendered"},
      });
}
