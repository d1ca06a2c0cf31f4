// The reports' own words: in every language, with its plurals.

#include "reports/phrases.h"

#include <re2/re2.h>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

#include "rules/translation.h"
#include "site/embedded.h"

using namespace touchstone;

namespace {

nlohmann::json phrases_of(const std::string& language) {
  return nlohmann::json::parse(embedded_file("reports/data/phrases/" + language + ".json"));
}

// The names of the arguments: "n" of "{n, plural, ...}".
std::set<std::string> arguments_of(const std::string& pattern) {
  static const RE2 argument(R"(\{([a-z]+)[,}])");
  std::set<std::string> names;
  re2::StringPiece rest(pattern);
  std::string name;
  while (RE2::FindAndConsume(&rest, argument, &name)) names.insert(name);
  return names;
}

}  // namespace

TEST_CASE("a date that ends in a full stop ends a sentence") {
  const Phrases russian("ru");
  const std::string told =
      russian("due.count", {{"n", 2}, {"date", russian.date("2026-11-23T00:00:00Z")}});
  CHECK(told.find("..") == std::string::npos);
}

TEST_CASE("every phrase stands in every language with the same arguments") {
  const auto english = phrases_of("en");
  CHECK(Phrases::languages() == std::vector<std::string>{"en", "es", "fa", "ru"});
  for (const auto& language : Phrases::languages()) {
    const auto other = phrases_of(language);
    for (const auto& [key, pattern] : english.items()) {
      INFO(language << ": " << key);
      REQUIRE(other.contains(key));
      CHECK(arguments_of(other[key]) == arguments_of(pattern));
    }
    for (const auto& [key, pattern] : other.items()) {
      INFO(language << ": " << key << " is no phrase of English");
      CHECK(english.contains(key));
    }
  }
}

TEST_CASE("every language that reports speak has its rules translated") {
  for (const auto& language : Phrases::languages()) {
    const auto all = translation_languages();
    INFO(language);
    CHECK((language == "en" || std::find(all.begin(), all.end(), language) != all.end()));
  }
}

TEST_CASE("plurals follow the language") {
  struct Row {
    const char* language;
    std::int64_t pages;
    const char* part;
  };
  const auto row =
      GENERATE(Row{"en", 1, "1 page,"}, Row{"en", 2, "2 pages,"}, Row{"ru", 1, "1 страница"},
               Row{"ru", 3, "3 страницы"}, Row{"ru", 11, "11 страниц"}, Row{"es", 1, "1 página"},
               Row{"es", 5, "5 páginas"}, Row{"fa", 5, "۵ صفحه"});
  CAPTURE(row.language, row.pages);
  const Phrases say(row.language);
  CHECK_THAT(say("footer.crawl", {{"pages", row.pages}, {"requests", row.pages}, {"seconds", "1"}}),
             Catch::Contains(row.part));
}

TEST_CASE("Persian is written from right to left, the others from left to right") {
  for (const auto& language : Phrases::languages()) {
    CHECK(Phrases(language).right_to_left() == (language == "fa"));
  }
}
