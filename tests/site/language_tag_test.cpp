#include "site/language_tag.h"

#include <catch2/catch.hpp>

using namespace touchstone;

TEST_CASE("language tags are read as BCP 47 says") {
  struct Row {
    std::string tag, language, region;
    bool valid;
  };
  const std::vector<Row> rows{
      {"de", "de", "", true},        {"pt-BR", "pt", "BR", true},
      {"EN-us", "en", "US", true},   {"zh-Hant-TW", "zh", "TW", true},
      {"es-419", "es", "419", true}, {"fil", "fil", "", true},
      {"en-UK", "en", "", false},    {"en_US", "", "", false},
      {"jp", "", "", false},         {"english", "", "", false},
      {"", "", "", false},           {"de-", "", "", false},
      {"de DE", "", "", false},      {std::string(5000, 'a'), "", "", false},
  };
  for (const Row& row : rows) {
    INFO(row.tag.substr(0, 40));
    const LanguageTag tag = read_language_tag(row.tag);
    CHECK(tag.language == row.language);
    CHECK(tag.region == row.region);
    CHECK(tag.valid() == row.valid);
  }
}

TEST_CASE("languages that run from right to left are known") {
  for (const char* language : {"ar", "fa", "he", "ur", "ps"}) CHECK(is_right_to_left(language));
  for (const char* language : {"", "de", "ru", "zh", "tr"}) CHECK_FALSE(is_right_to_left(language));
}

TEST_CASE("near languages are taken for one another") {
  CHECK(are_near_languages("sr", "hr"));
  CHECK(are_near_languages("de", "de"));
  CHECK_FALSE(are_near_languages("de", "nl"));
  CHECK_FALSE(are_near_languages("", "nl"));
}
