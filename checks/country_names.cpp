#include "checks/country_names.h"

#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <unordered_map>

#include "site/embedded.h"
#include "site/text.h"
#include "site/vocabulary.h"

namespace touchstone {

namespace {

using Names = std::unordered_map<std::string, std::string>;  // folded name -> code

Names read_names() {
  Names names{{"uk", "GB"},
              {"england", "GB"},
              {"scotland", "GB"},
              {"great britain", "GB"},
              {"usa", "US"},
              {"u.s.a.", "US"},
              {"uae", "AE"},
              {"u.a.e.", "AE"},
              {"рф", "RU"},
              {"holland", "NL"},
              {"czech republic", "CZ"},
              {"ivory coast", "CI"},
              {"turkey", "TR"}};
  for (const auto& language : vocabulary_languages()) {
    const icu::Locale reader(language.c_str());
    for (const char* const* code = uloc_getISOCountries(); *code; ++code) {
      icu::UnicodeString name;
      icu::Locale("", *code).getDisplayCountry(reader, name);
      std::string utf8;
      name.toUTF8String(utf8);
      // Where ICU knows no name it gives the code.
      if (utf8 != *code) names.emplace(fold(utf8), *code);
    }
  }
  return names;
}

}  // namespace

std::optional<std::string> country_named(std::string_view name) {
  static const Names names = read_names();
  constexpr std::size_t kLongest = 100;
  if (name.empty() || name.size() > kLongest) return std::nullopt;
  std::string folded = fold(name);
  while (!folded.empty() && folded.back() == '.') folded.pop_back();
  const auto found = names.find(folded);
  return found == names.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::string> country_of_address(std::string_view address) {
  std::optional<std::string> country;
  for (std::size_t begin = 0; begin <= address.size();) {
    auto end = address.find_first_of(",\n|;", begin);
    const auto arabic = address.find("،", begin);
    if (arabic < end) end = arabic;
    const auto part = address.substr(begin, end - begin);
    if (const auto named = country_named(collapse_spaces(part))) country = named;
    if (end == std::string_view::npos) break;
    begin = end + (end == arabic ? std::string_view("،").size() : 1);
  }
  return country;
}

std::vector<std::string> languages_of_country(std::string_view country) {
  std::vector<std::string> languages;
  for (const auto line : embedded_list("checks/data/language-regions.txt")) {
    const auto cut = line.find(' ');
    // "AT" stands behind German, and not behind "BAT".
    const auto regions = " " + std::string(line.substr(cut + 1)) + " ";
    const bool spoken = regions.find(" " + std::string(country) + " ") != std::string::npos;
    if (spoken) languages.emplace_back(line.substr(0, cut));
  }
  return languages;
}

}  // namespace touchstone
