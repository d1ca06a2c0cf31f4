// A comparison told in every format and language.

#include "reports/compared.h"

#include <libxml/parser.h>
#include <catch2/catch.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "reports/compared_words.h"
#include "reports/layout.h"
#include "reports/listed.h"
#include "tests/reports/contenders.h"
#include "tests/reports/schema.h"

using namespace touchstone;

namespace {

const std::string schema = "reports/data/comparison.schema.json";

// Ours, a rival, one that is blocked and one that only people know; hostile names.
Comparison example(std::size_t rivals = 3) {
  std::vector<Contender> sides{
      contender("we", {{"favicon", 95}, {"page-title", 50}, {"faq", 0}, {"home-headline", 20}}),
      contender("they", {{"favicon", 60}, {"page-title", 52}, {"faq", 90}, {"home-headline", 10}}),
      contender("blocked", {{"favicon", 90}})};
  sides[0].audit.name = "<script>alert(1)</script> & Co";
  sides[1].audit.name = "=They|\x1b[2J*";
  put_status(sides[0], "faq", Status::missing);
  put_chips(sides[0], "favicon", {"dark-icon"});
  put_chips(sides[1], "faq", {"video-answer"});
  put_status(sides[2], "favicon", Status::not_assessed);
  sides[2].audit.points.reset();
  sides[2].audit.reason = "bot-challenge";
  Contender people;
  people.source = "people";
  people.audit.name = "Stall next door";
  people.scores = {{"faq", 30}};
  sides.push_back(people);
  while (sides.size() < rivals + 1) sides.push_back(contender("more", {{"favicon", 70}}));
  return compare(sides, rules());
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("the JSON comparison satisfies its schema and the contract") {
  const std::string text = comparison_json(example(), rules());
  CHECK(schema_violations(text, schema) == std::vector<std::string>{});
  const auto json = nlohmann::json::parse(text);
  CHECK(json["subjects"].size() == 4);
  CHECK(json["touchpoints"][0]["id"] == "favicon");
  CHECK(json["touchpoints"][0]["leader"] == 0);
  CHECK(json["touchpoints"][0]["sides"][0]["score"] == 9.5);
  CHECK(json["touchpoints"][1]["leader"].is_null());
  CHECK(json["touchpoints"][1]["same"] == true);
  CHECK(json["lead"] == nlohmann::json::array({"favicon", "home-headline"}));
  CHECK(json["borrow"][0]["touchpoint"] == "faq");
  CHECK(json["borrow"][0]["from"] == 1);
  CHECK(json["subjects"][2]["reason"] == "bot-challenge");
  CHECK(json["subjects"][3]["source"] == "people");
  CHECK(text == comparison_json(example(), rules()));
}

TEST_CASE("the schema refuses a comparison that breaks the contract") {
  auto json = nlohmann::json::parse(comparison_json(example(), rules()));
  SECTION("a score over ten") {
    json["touchpoints"][0]["sides"][0]["score"] = 11;
  }
  SECTION("a leader that is a name") {
    json["touchpoints"][0]["leader"] = "we";
  }
  SECTION("a key that is missing") {
    json.erase("borrow");
  }
  CHECK_FALSE(schema_violations(json.dump(), schema).empty());
}

TEST_CASE("every format and language tells every side, and nothing of it is alive") {
  const Comparison comparison = example();
  for (const auto& language : Phrases::languages()) {
    const Phrases say(language);
    for (const Format format : {Format::text, Format::html, Format::md, Format::csv}) {
      INFO(language << " " << static_cast<int>(format));
      const std::string text =
          write_comparison(comparison, rules(), format, say, {80, false, true});
      CHECK_THAT(text, Catch::Contains("Stall next door"));
      CHECK_THAT(text, !Catch::Contains("\x1b"));
      if (format != Format::text && format != Format::csv) {
        CHECK_THAT(text, !Catch::Contains("<script>"));
      }
    }
  }
}

TEST_CASE("the HTML comparison is one file that needs nothing else, with a cell a side") {
  const std::string html = comparison_html(example(9), rules(), Phrases("en"));
  CHECK(count(html, "<th scope=\"col\"") == 10);
  CHECK_THAT(html, Catch::StartsWith("<!doctype html>") && !Catch::Contains("src=") &&
                       !Catch::Contains("<link"));
  CHECK_THAT(html, Catch::Contains("class=\"missing\"") && Catch::Contains("∅") &&
                       Catch::Contains("★") && Catch::Contains("▲"));
  const std::string row = html.substr(html.find("<tr class=\"lead\""));
  CHECK(count(row.substr(0, row.find("</tr>")), "<td") == 10);
  CHECK_THAT(comparison_html(example(), rules(), Phrases("fa")), Catch::Contains("dir=\"rtl\""));
}

TEST_CASE("no line of the text is wider than the terminal, unless the sides need it") {
  const std::string text = comparison_text(example(), rules(), Phrases("en"), {80, false, true});
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = text.find('\n', begin);
    INFO(text.substr(begin, end - begin));
    CHECK(columns(text.substr(begin, end - begin)) <= 80);
    begin = end + 1;
  }
}

TEST_CASE("a table for spreadsheets has a line a touchpoint and no formula") {
  const std::string csv = comparison_csv(example());
  CHECK(count(csv, "\r\n") == 1 + 4);
  CHECK_THAT(csv, Catch::Contains(",'=They|") && Catch::Contains(",-3.5,"));
}

TEST_CASE("of many companies each has a line, and all have a sum") {
  const Phrases say("en");
  ListedTotals totals;
  auto audit = contender("we", {{"favicon", 20}, {"page-title", 10}}).audit;
  audit.touchpoints[0].importance = 9;
  const ListedCompany first = listed(audit, say);
  CHECK(first.worst == "favicon");
  CHECK(first.host == "we.example");
  audit.points.reset();
  audit.reason = "parked";
  const ListedCompany second = listed(audit, say);
  CHECK_THAT(second.status, Catch::Contains("parked"));
  for (const auto& one : {first, second}) totals.add(one);
  CHECK_THAT(totals.tell(say), Catch::Contains("2 companies: 0 wow, 1 so-so") &&
                                   Catch::Contains("1 without a score. On average 5.0"));
  CHECK(columns(listed_row(first, Format::text, say, 80)) <= 81);
  CHECK_THAT(listed_row(first, Format::csv, say, 80), Catch::StartsWith("we.example,5.0,so-so,"));
}
