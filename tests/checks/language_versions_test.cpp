#include "checks/language_versions.h"

#include <catch2/catch.hpp>

using namespace touchstone;

TEST_CASE("addresses name their language in many places") {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"https://example.com/en/", "en"},
      {"https://example.com/pt-BR/x", "pt"},
      {"https://example.com/ua/", "uk"},
      {"https://de.example.com/", "de"},
      {"https://example.com/?lang=fr", "fr"},
      {"https://example.com/index-en.html", "en"},
      {"https://example.com/index_en.php", "en"},
      {"https://example.com/", ""},
      {"https://example.com/english/", ""},
      {"https://www.example.com/x?page=de", ""},
      {"https://example.com/xx/", ""},
      {"https://de.com/", ""},
  };
  for (const auto& [address, language] : rows) {
    INFO(address);
    CHECK(language_in(*Url::parse(address)) == language);
  }
}
