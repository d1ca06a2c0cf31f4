#include <catch2/catch.hpp>

#include "rules/sentence.h"
#include "tests/rules/rule_files.h"

using namespace touchstone;

TEST_CASE("sentences are filled with values as people write them") {
  struct Row {
    std::string sentence, filled;
  };
  const auto row = GENERATE(
      Row{"Up to {scale}.", "Up to 400 %."}, Row{"Up to {scale} %.", "Up to 400 %."},
      Row{"Up to {scale}%.", "Up to 400%."}, Row{"Up to {scale} percent.", "Up to 400 percent."},
      Row{"It waits {wait}.", "It waits 1800 ms."},
      Row{"It has {bytes}.", "It has 1,234,567 bytes."}, Row{"{count} links", "7 links"},
      Row{"Called \"{name}\".", "Called \"A B\"."}, Row{"Lit: {lit}.", "Lit: yes."},
      Row{"The icon: {gone}.", "The icon: none."}, Row{"It is {hidden}.", "It is unknown."},
      Row{"No place.", "No place."}, Row{"Left {open", "Left {open"}, Row{"{count}{count}", "77"},
      Row{"", ""});
  Facts facts;
  facts.say("scale", 400);
  facts.say("wait", 1800);
  facts.say("bytes", 1'234'567);
  facts.say("count", 7);
  facts.say("name", " A\n B ");
  facts.say("lit", Value(true));
  facts.absent("gone");
  facts.unknown("hidden", Reason::timeout);
  const Units units{{"scale", "percent"}, {"wait", "ms"}, {"bytes", "bytes"}, {"count", ""}};
  CHECK(fill_sentence(row.sentence, facts, units) == row.filled);
}

TEST_CASE("what the web says is not read as a place to fill") {
  Facts facts;
  facts.say("name", "{other}");
  facts.say("other", "x");
  CHECK(fill_sentence("{name}", facts, {}) == "{other}");
}

TEST_CASE("numbers are grouped from five digits on") {
  const auto [number, printed] = GENERATE(table<std::int64_t, std::string>({
      {0, "0"},
      {2026, "2026"},
      {9999, "9999"},
      {10'000, "10,000"},
      {-10'000, "-10,000"},
      {-999, "-999"},
      {1'000'000, "1,000,000"},
  }));
  CHECK(Wording().number(number) == printed);
}

TEST_CASE("criteria are written from the numbers of the cases") {
  struct Row {
    std::string cases;  // of a component that shows the sign's height in cm
    std::string wow, so_so, sucks;
  };
  const auto row = GENERATE(
      Row{R"({"verdict": "sucks", "when": {"height": "< 16"}},
             {"verdict": "so-so", "when": {"height": "16..47"}}, {"verdict": "wow"})",
          ">= 48 cm", "16 to 47 cm", "<= 15 cm"},
      Row{R"({"verdict": "sucks", "when": {"height": "< 16"}},
             {"verdict": "so-so", "when": {"height": "< 48"}}, {"verdict": "wow"})",
          ">= 48 cm", "16 to 47 cm", "<= 15 cm"},
      Row{R"({"verdict": "wow", "when": {"lit": true}},
             {"verdict": "sucks", "when": {"height": "< 16"}},
             {"verdict": "so-so", "when": {"height": "16..47"}}, {"verdict": "wow"})",
          "lit, or >= 48 cm", "16 to 47 cm", "<= 15 cm"},
      Row{R"({"verdict": "sucks", "when": {"lit": false}}, {"verdict": "so-so", "when": {"words": "x"}},
             {"verdict": "wow"})",
          "lit and words not x", "words x", "not lit"},
      Row{R"({"verdict": "sucks", "when": {"height": "absent"}},
             {"verdict": "so-so", "when": {"lit": true, "height": "> 3"}}, {"verdict": "wow"})",
          "otherwise", "lit and >= 4 cm", "absent"},
      Row{R"({"verdict": "wow", "when": {"height": 0}}, {"verdict": "so-so", "when": {"height": 2}},
             {"verdict": "sucks", "when": {"height": ">= 3"}}, {"verdict": "wow"})",
          "0 cm, or 1 cm", "2 cm", ">= 3 cm"},
      Row{R"({"verdict": "wow", "when": {"words": "a"}}, {"verdict": "sucks", "when": {"words": "b"}},
             {"verdict": "so-so", "when": {"words": ["c", "d"]}}, {"verdict": "wow"})",
          "words a, or words not b, c or d", "words c or d", "words b"},
      Row{R"({"verdict": "wow", "when": {"words": ["ha", "ho"]}}, {"verdict": "so-so", "when": {"height": 0}},
             {"verdict": "sucks", "when": {"height": ">= 9"}})",
          "words ha or ho", "0 cm", ">= 9 cm"});
  const Rulebook rulebook =
      test::load(R"({"id": "sign", "components": [{"id": "size", "cases": [)" + row.cases + "]}]}");
  const Component& size = rulebook.find("sign")->components[0];
  CHECK(size.criterion(Verdict::wow, &test::sign_check) == row.wow);
  CHECK(size.criterion(Verdict::so_so, &test::sign_check) == row.so_so);
  CHECK(size.criterion(Verdict::sucks, &test::sign_check) == row.sucks);
}

TEST_CASE("a wording writes numbers, units and small words as its language does") {
  const Wording persian(
      {{"digits", "۰۱۲۳۴۵۶۷۸۹"}, {"digit-group", "٬"}, {"none", "هیچ"}, {"ms", "م‌ث"}});
  Facts facts;
  facts.say("wait", 12345);
  facts.say("year", 1402);
  facts.absent("name");
  const Units units{{"wait", "ms"}};
  CHECK(fill_sentence("{wait}, {year}, {name}", facts, units, persian) ==
        "۱۲٬۳۴۵ م‌ث, ۱۴۰۲, هیچ");
  CHECK(fill_sentence("{wait} م‌ث", facts, units, persian) == "۱۲٬۳۴۵ م‌ث");
  CHECK(persian.number(-7) == "-۷");
}

TEST_CASE("bands are criteria too, whichever way is better") {
  struct Row {
    std::string graded, wow, so_so, sucks;
  };
  const auto row = GENERATE(Row{R"({"best": 400, "good": 800, "poor": 1800, "worst": 3600})",
                                "<= 800 cm", "801 to 1800 cm", ">= 1801 cm"},
                            Row{R"({"best": 100, "good": 95, "poor": 50, "worst": 0})", ">= 95 cm",
                                "50 to 94 cm", "<= 49 cm"});
  const Rulebook rulebook =
      test::load(R"({"id": "sign", "components": [{"id": "size", "cases": null, "graded": )" +
                 row.graded + "}]}");
  const Component& size = rulebook.find("sign")->components[0];
  CHECK(size.criterion(Verdict::wow, nullptr) == row.wow);
  CHECK(size.criterion(Verdict::so_so, nullptr) == row.so_so);
  CHECK(size.criterion(Verdict::sucks, nullptr) == row.sucks);
}
