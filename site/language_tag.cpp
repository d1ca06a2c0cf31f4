#include "site/language_tag.h"

#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <set>
#include <vector>

namespace touchstone {

namespace {

constexpr std::size_t longest_tag = 100;  // bytes: RFC 5646, section 4.4.1 asks for 35

bool is_listed(const char* const* list, std::string_view code) {
  for (; *list; ++list) {
    if (code == *list) return true;
  }
  return false;
}

bool is_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

LanguageTag read_language_tag(std::string_view tag) {
  LanguageTag read;
  if (tag.empty() || tag.size() > longest_tag || tag.find('_') != tag.npos) return read;
  std::array<char, 2 * longest_tag> locale{};
  std::array<char, ULOC_LANG_CAPACITY> language{};
  std::array<char, ULOC_COUNTRY_CAPACITY> region{};
  UErrorCode error = U_ZERO_ERROR;
  int parsed = 0;
  const std::string text(tag);
  uloc_forLanguageTag(text.c_str(), locale.data(), locale.size(), &parsed, &error);
  read.well_formed = U_SUCCESS(error) && static_cast<std::size_t>(parsed) == tag.size();
  if (!read.well_formed) return read;
  uloc_getLanguage(locale.data(), language.data(), language.size(), &error);
  uloc_getCountry(locale.data(), region.data(), region.size(), &error);
  if (U_FAILURE(error)) return {};
  if (is_listed(uloc_getISOLanguages(), language.data())) read.language = language.data();
  const std::string_view named = region.data();
  read.region_known = named.empty() || is_digits(named) || is_listed(uloc_getISOCountries(), named);
  if (read.region_known) read.region = named;
  return read;
}

bool are_near_languages(const std::string& a, const std::string& b) {
  static const std::vector<std::set<std::string_view>> families{
      {"sr", "bs", "hr", "sh"}, {"no", "nb", "nn"}, {"fa", "ps"}, {"id", "ms"}};
  return a == b || std::any_of(families.begin(), families.end(), [&](const auto& family) {
           return family.contains(a) && family.contains(b);
         });
}

bool is_right_to_left(const std::string& language) {
  return !language.empty() && uloc_isRightToLeft(language.c_str()) != 0;
}

}  // namespace touchstone
