#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/";
const std::string phone = "\"telephone\": \"+49 30 12345678\"";

std::string block(const std::string& json) {
  return "<script type=\"application/ld+json\">" + json + "</script>";
}

// The sample's own block with one thing changed.
auto changed(std::string from, std::string to) {
  return [from, to](SampleSite& sample) { swap_text(sample.fetch(home).body, from, to); };
}

// Another block in place of it.
auto described(std::string blocks) {
  return [blocks](SampleSite& sample) {
    std::string& html = sample.fetch(home).body;
    const auto begin = html.find("<script type=\"application/ld+json\">");
    const auto end = html.find("</script>", begin) + 9;
    html.replace(begin, end - begin, blocks);
  };
}

void nothing(SampleSite&) {}

// With what a customer finds on the pages.
std::string verdict(const std::function<void(SampleSite&)>& breaks, const std::string& component) {
  SampleSite sample = SampleSite::perfect();
  breaks(sample);
  return judged("structured-data-organization", sample, find_presence(sample.site()))
      .verdict(component);
}

}  // namespace

TEST_CASE("every verdict of the company's data can be reached") {
  const std::string sound = "{\"@type\": \"Organization\", \"name\": \"Example\"}";
  hold_rows(
      "structured-data-organization",
      {
          {"one sound block", nothing, "parses", "wow"},
          {"a comma too many", described(block(sound) + block("{\"name\": \"x\",}")), "parses",
           "so-so"},
          {"a comment", described(block(sound) + block("{/* x */\"name\": \"x\"}")), "parses",
           "so-so"},
          {"none can be read", described(block("{\"@type\": \"Organization\",}")), "parses",
           "sucks"},
          {"microdata alone",
           described("<p itemscope itemtype='https://schema.org/Corporation'></p>"), "parses",
           "not applicable"},

          {"all six",
           changed(phone,
                   phone + ", \"logo\": \"/icon-180.png\", \"sameAs\": [\"https://x.com/e\"]"),
           "properties", "wow"},
          {"five, the phone in a contact point",
           changed(
               phone,
               "\"logo\": {\"url\": \"/icon-180.png\"}, \"contactPoint\": {\"telephone\": \"1\"}"),
           "properties", "wow"},
          {"four", nothing, "properties", "so-so"},
          {"two",
           described(block("{\"@type\": \"Organization\", \"name\": \"E\", \"url\": \"/\"}")),
           "properties", "so-so"},
          {"the name alone", described(block(sound)), "properties", "sucks"},
      });
}

TEST_CASE(
    "data that people read otherwise are held against the company only when two looks agree") {
  CHECK(verdict(nothing, "agrees") == "wow");
  CHECK(verdict(changed(phone, "\"telephone\": \"(030) 1234-5678\""), "agrees") == "wow");
  CHECK(verdict(changed(phone, "\"telephone\": \"+49 (0)30 12345678\""), "agrees") == "wow");
  CHECK(verdict(changed(phone, "\"telephone\": [\"+49 89 7654321\", \"+49 30 12345678\"]"),
                "agrees") == "wow");
  CHECK(verdict(changed(phone, "\"telephone\": \"+49 89 7654321\""), "agrees") == "sucks");
  CHECK(verdict(described(block("{\"@type\": \"Organization\", \"name\": \"Example\"}")),
                "agrees") == "so-so");
  CHECK(verdict(changed("\"streetAddress\": \"Bergmannstr. 12\", \"postalCode\": \"10961\"",
                        "\"streetAddress\": \"Bergmann Strasse 12\", \"postalCode\": \"\""),
                "agrees") == "wow");
  // The address alone is one look.
  const auto moved = changed("\"streetAddress\": \"Bergmannstr. 12\", \"postalCode\": \"10961\"",
                             "\"streetAddress\": \"Hauptweg 1\", \"postalCode\": \"80331\"");
  CHECK(verdict(moved, "agrees") == "so-so");
  CHECK(verdict(
            [&](SampleSite& sample) {
              moved(sample);
              changed(phone, "\"telephone\": \"+49 89 7654321\"")(sample);
            },
            "agrees") == "sucks");
}

TEST_CASE("data that stand nowhere are missing, where the pages could be read") {
  SampleSite sample = SampleSite::perfect();
  described("")(sample);
  CHECK(judged("structured-data-organization", sample).touchpoint.status == Status::missing);
  sample.fetch(home).truncated = true;
  CHECK(judged("structured-data-organization", sample).verdict("properties") ==
        "not assessed: truncated");
}

TEST_CASE("a broken block is shown with its place") {
  SampleSite sample = SampleSite::perfect();
  described(block("{\n \"@type\": \"Organization\",\n}"))(sample);
  const auto facts = judged("structured-data-organization", sample).facts;
  REQUIRE(facts.find("broken_blocks")->evidence.size() == 1);
  CHECK(facts.find("broken_blocks")->evidence[0].place == "JSON-LD block 1, line 3, column 1");
}
