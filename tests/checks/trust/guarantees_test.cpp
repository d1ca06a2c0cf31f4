#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/";

auto says(std::string html) {
  return
      [html](SampleSite& sample) { swap_text(sample.fetch(home).body, "</h1>", "</h1>" + html); };
}

// A link to the page of guarantees, which answers so.
auto linked(int status, std::string html) {
  return [=](SampleSite& sample) {
    says("<a href=\"/warranty/\">Warranty</a>")(sample);
    std::string page = SampleSite::perfect().fetch(home).body;
    swap_text(page, "<title>Example: sourdough bakery in Berlin Kreuzberg", "<title>Warranty");
    swap_text(page, "<h1>Sourdough bread, baked by hand in Kreuzberg</h1>", html);
    sample.page(home + "warranty/", page).hops.back().status = status;
  };
}

}  // namespace

TEST_CASE("every verdict of guarantees can be reached") {
  hold_rows(
      "guarantees",
      {
          {"years", says("<p>All ovens have a 2-year warranty.</p>"), "stated", "wow"},
          {"in Russian", says("<p>Даём гарантию на все работы: 5 лет.</p>"), "stated", "wow"},
          {"days to give it back", says("<p>Money-back guarantee within 30 days</p>"), "stated",
           "wow"},
          {"the manufacturer's", says("<p>Manufacturer's warranty: 24 months.</p>"), "stated",
           "wow"},
          {"without a number", says("<p>Guarantee on every repair</p>"), "stated", "so-so"},
          {"a number far away",
           says("<p>Guarantee on every repair, " + std::string(140, 'x') +
                " opened 12 years ago.</p>"),
           "stated", "so-so"},

          {"the age of the company", says("<p>Guarantee for good bread since 58 years.</p>"),
           "stated", "so-so"},

          {"a page", linked(200, "<h1>Warranty</h1><p>We stand for our bread.</p>"), "page", "wow"},
          {"a section", says("<h2>Our guarantee</h2><p>3 days fresh</p>"), "page", "wow"},
          {"a sentence", says("<p>All ovens have a 2-year warranty.</p>"), "page", "so-so"},
          {"a dead link", linked(404, "<h1>Not found</h1>"), "page", "sucks"},
      });
}

TEST_CASE("no guarantee is no fault here, and terms make none") {
  SampleSite sample = SampleSite::perfect();
  CHECK(judged("guarantees", sample).touchpoint.status == Status::absent);
  says("<p><a href=\"/terms/\">Terms and conditions</a></p>")(sample);
  std::string terms = SampleSite::perfect().fetch(home).body;
  swap_text(terms, "<title>Example: sourdough bakery in Berlin Kreuzberg",
            "<title>Terms and conditions");
  swap_text(terms, "<h1>Sourdough bread, baked by hand in Kreuzberg</h1>",
            "<h1>Terms and conditions</h1><p>No warranty after 2 years.</p>");
  sample.page(home + "terms/", terms);
  CHECK(judged("guarantees", sample).touchpoint.status == Status::absent);
  sample.recording().complete = false;
  CHECK(judged("guarantees", sample).verdict("stated") == "not assessed: budget-exhausted");
}

TEST_CASE("who boasts, or is called so, gives no guarantee") {
  for (const char* text :
       {"We guarantee that you will like it.", "Calidad garantizada en nuestros servicios",
        "und garantieren dabei höchste Qualität", "гарантируем - вам обеспечен восторг",
        "garantizando un sabor delicioso", "nos garantem a certeza",
        "E-mail: info@garantihavuz.com", "www.garantie-ofen.de",
        "The difference between good intentions, fine words, long lists, bright pictures and a "
        "partner whose whole "
        "team of planners, cooks and drivers stands behind each and every day of yours is a "
        "verified "
        "guarantee of peace"}) {
    INFO(text);
    SampleSite sample = SampleSite::perfect();
    says("<p>" + std::string(text) + "</p>")(sample);
    CHECK(judged("guarantees", sample).touchpoint.status == Status::absent);
  }
}

TEST_CASE("a company whose name is such a word promises nothing by it") {
  SampleSite sample = SampleSite::perfect();
  swap_text(sample.fetch(home).body, "og:site_name\" content=\"Example",
            "og:site_name\" content=\"Garant Pools");
  says("<h2>Welcome to Garant Pools</h2>")(sample);
  CHECK(judged("guarantees", sample).touchpoint.status == Status::absent);
}
