#include "checks/structured_data.h"

#include <catch2/catch.hpp>

#include "tests/checks/sample_site.h"

using namespace touchstone;

namespace {

StructuredData read(const std::string& body) {
  SampleSite sample;
  sample.page("https://example.com/", "<html><head></head><body>" + body + "</body></html>",
              Role::home);
  const Site site = sample.site();
  return structured_data_of(*site.home());
}

std::string block(const std::string& json) {
  return "<script type=\"application/ld+json\">" + json + "</script>";
}

}  // namespace

TEST_CASE("things of JSON-LD know what they hold") {
  const auto data = read(block(R"({"@graph": [
    {"@type": ["Bakery", "https://schema.org/Store"], "name": "Example",
     "address": {"@type": "PostalAddress", "postalCode": "10961"},
     "review": [{"@type": "Review", "author": {"name": "Ann"}}, {"@type": "Review"}]},
    {"@type": "WebSite", "name": ""}]})"));
  CHECK(data.blocks == 1);
  CHECK(data.broken.empty());
  REQUIRE(data.things.size() == 7);
  const Thing& bakery = data.things[1];
  CHECK(bakery.is_a("Store"));
  CHECK(is_local_business(bakery));
  CHECK(is_organization(bakery));
  REQUIRE(bakery.parts.size() == 3);
  CHECK(bakery.parts[0].first == "address");
  CHECK(data.things[bakery.parts[0].second].text("postalCode") == "10961");
  CHECK(data.things[bakery.parts[2].second].is_a("Review"));
  CHECK(bakery.has("review"));
  CHECK_FALSE(bakery.has("telephone"));
  CHECK_FALSE(data.things[6].has("name"));
  CHECK_FALSE(is_organization(data.things[6]));
}

TEST_CASE("broken JSON-LD is placed, and read where that can be done") {
  struct Row {
    const char* json;
    int line, column;
    std::size_t things;
  };
  for (const auto& row : std::vector<Row>{
           {"{\"name\": \"A\",\n \"url\": \"x\",\n}", 3, 1, 1},
           {"{\"name\": \"A\", // the name\n \"url\": \"x\"}", 1, 15, 1},
           {"[{\"name\": \"A\"},]", 1, 16, 1},
           {"{\"name\": \"A\"", 1, 13, 0},
           {"{name: \"A\"}", 1, 3, 0},
           {"", 1, 1, 0},
           {"{\"price\": 1e999}", 1, 1, 0},
       }) {
    INFO(row.json);
    const auto data = read(block(row.json));
    REQUIRE(data.broken.size() == 1);
    CHECK(data.broken[0].line == row.line);
    CHECK(data.broken[0].column == row.column);
    CHECK(data.things.size() == row.things);
  }
  CHECK(read(block("{\"description\": \"two\nlines\"}")).broken.empty());
}

TEST_CASE("microdata is read with its nesting, by attribute or by text") {
  const auto data = read(R"(
    <div itemscope itemtype="https://schema.org/Dentist">
      <h1 itemprop="name">Dr <b>Example</b></h1>
      <a itemprop="url" href="https://example.com/">home</a>
      <p itemprop="address" itemscope itemtype="http://schema.org/PostalAddress">
        <span itemprop="streetAddress">Bergmannstr. 12</span></p>
      <meta itemprop="openingHours" content="Mo-Fr 09:00-18:00">
    </div>
    <p itemprop="name">of nothing</p>
    <div itemscope itemtype="https://other.example/Dentist"></div>)");
  REQUIRE(data.things.size() == 3);
  const Thing& dentist = data.things[0];
  CHECK(dentist.syntax == Syntax::microdata);
  CHECK(is_local_business(dentist));
  CHECK(dentist.text("name") == "Dr Example");
  CHECK(dentist.text("url") == "https://example.com/");
  CHECK(dentist.text("openingHours") == "Mo-Fr 09:00-18:00");
  CHECK_FALSE(dentist.text("streetAddress"));
  REQUIRE(dentist.parts.size() == 1);
  CHECK(data.things[dentist.parts[0].second].text("streetAddress") == "Bergmannstr. 12");
  CHECK(data.things[2].types.empty());
}

TEST_CASE("RDFa is read with its vocabulary or its prefix") {
  const auto data = read(R"(
    <div vocab="https://schema.org/" typeof="Bakery">
      <span property="name">Example</span><meta property="og:title" content="no">
      <div property="address" typeof="PostalAddress"><i property="postalCode">10961</i></div></div>
    <div typeof="schema:Store"><i property="schema:name">Shop</i></div>
    <div typeof="foaf:Person">x</div>)");
  REQUIRE(data.things.size() == 4);
  CHECK(data.things[0].syntax == Syntax::rdfa);
  CHECK(data.things[0].is_a("Bakery"));
  CHECK(data.things[0].text("name") == "Example");
  CHECK_FALSE(data.things[0].text("title"));
  CHECK(data.things[1].text("postalCode") == "10961");
  CHECK(data.things[2].text("name") == "Shop");
  CHECK(data.things[3].types.empty());
}

TEST_CASE("hostile structured data costs no more than its size") {
  std::string nested, lists;
  for (int i = 0; i < 400; ++i) nested += "<div itemscope itemprop=a><p itemprop=b>";
  CHECK(read(nested + std::string(200'000, 'x')).things.size() <= 2'000);
  std::string many;
  for (int i = 0; i < 5'000; ++i) many += "<i itemscope></i>";
  CHECK(read(many).things.size() == 2'000);
  CHECK(read(block(std::string(100'000, '['))).things.empty());
  CHECK(read(block(std::string(300'000, ','))).things.empty());
}
