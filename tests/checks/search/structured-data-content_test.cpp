#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/";

std::string block(const std::string& json) {
  return "<script type=\"application/ld+json\">" + json + "</script>";
}

// One more page with this in its head and that before its heading.
void add(SampleSite& sample, const std::string& path, const std::string& head,
         const std::string& body = "") {
  std::string html = SampleSite::perfect().fetch(home).body;
  swap_text(html, "<title>", head + "<title>");
  swap_text(html, "<h1>", body + "<h1>");
  sample.page(home + path, html);
}

auto page(std::string head, std::string body = "") {
  return [=](SampleSite& sample) { add(sample, "bread/rye", head, body); };
}

const std::string product_tag = "<meta property=\"og:type\" content=\"product\">";

auto offer(std::string members, std::string shown = "<p>Price: 4.50 €</p>") {
  return page(
      block("{\"@type\": \"Product\", \"name\": \"Rye\", \"offers\": {\"@type\": \"Offer\", " +
            members + "}}"),
      shown);
}

auto article(std::string members) {
  return page(block("{\"@type\": \"BlogPosting\", \"headline\": \"Rye\"" + members + "}"));
}

}  // namespace

TEST_CASE("every verdict of the contents' data can be reached") {
  const std::string full =
      "\"price\": \"4.50\", \"priceCurrency\": \"EUR\", \"availability\": "
      "\"https://schema.org/InStock\"";
  hold_rows(
      "structured-data-content",
      {
          {"a product with data", offer(full), "coverage", "wow"},
          {"an article with data",
           page("<meta property=\"article:published_time\" content=\"2026-01-01\">" +
                block("{\"@type\": \"Article\", \"datePublished\": \"2026-01-01\"}")),
           "coverage", "wow"},
          {"a path with data in microdata",
           page("",
                "<ol class=\"breadcrumb\" itemscope "
                "itemtype=\"https://schema.org/BreadcrumbList\"><li>Bread</li></ol>"),
           "coverage", "wow"},
          {"a path without", page("", "<nav aria-label=\"Breadcrumb\">Bread</nav>"), "coverage",
           "so-so"},
          {"one product of two without",
           [=](SampleSite& s) {
             offer(full)(s);
             add(s, "bread/wheat", product_tag);
           },
           "coverage", "so-so"},
          {"no such pages", [](SampleSite&) {}, "coverage", "not applicable"},
          {"no such pages among those read", [](SampleSite& s) { s.recording().complete = false; },
           "coverage", "not assessed: budget-exhausted"},

          {"all three", offer(full), "price", "wow"},
          {"by a price specification",
           offer("\"availability\": \"InStock\", \"priceSpecification\": [{\"price\": 4.5, "
                 "\"priceCurrency\": \"EUR\"}]"),
           "price", "wow"},
          {"one of several prices shown", offer(full, "<p>$5.20 or 4,50 €</p>"), "price", "wow"},
          {"nothing shown", offer(full, ""), "price", "wow"},
          {"no availability", offer("\"price\": 4.5, \"priceCurrency\": \"EUR\""), "price",
           "so-so"},
          {"no price", offer("\"availability\": \"InStock\""), "price", "so-so"},
          {"a price with its sign", offer("\"price\": \"4,50 €\", \"priceCurrency\": \"EUR\""),
           "price", "sucks"},
          {"no such currency", offer("\"price\": 4.5, \"priceCurrency\": \"Euro\""), "price",
           "sucks"},
          {"another price shown", offer(full, "<p>Price: 4.90 €</p>"), "price", "sucks"},
          {"no offers", article(""), "price", "not applicable"},

          {"dated", article(", \"datePublished\": \"2026-03-09T08:00:00+01:00\""), "dates", "wow"},
          {"undated", article(""), "dates", "so-so"},
          {"in words", article(", \"datePublished\": \"9 March 2026\""), "dates", "sucks"},
          {"one of two wrong",
           article(", \"datePublished\": \"2026-03-09\", \"dateModified\": \"yesterday\""), "dates",
           "sucks"},
          {"nothing to date", offer(full), "dates", "not applicable"},
      });
}

TEST_CASE("pages that machines cannot read are no fault, only an opportunity") {
  SampleSite sample = SampleSite::perfect();
  std::string html = sample.fetch(home + "contact/").body;
  swap_text(html, "<title>", product_tag + "<title>");
  sample.page(home + "bread/rye", html);
  CHECK(judged("structured-data-content", sample).touchpoint.status == Status::absent);
}
