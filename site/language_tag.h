#pragma once

// A language tag as BCP 47 (RFC 5646) wants it: "de", "pt-BR", "zh-Hant-TW".

#include <string>
#include <string_view>

namespace touchstone {

struct LanguageTag {
  bool well_formed = false;  // by the grammar; "en_US" is not
  std::string language;      // ISO 639, lower case; empty: not registered ("jp", "xx")
  std::string region;        // ISO 3166-1 or UN M.49, upper case; empty: none, or not assigned
  bool region_known = true;  // false: a region is named that does not exist ("UK")

  bool valid() const { return well_formed && !language.empty() && region_known; }
};

LanguageTag read_language_tag(std::string_view tag);

// Languages that people and detectors take for one another: Serbian and Croatian, Persian and
// Pashto, Indonesian and Malay.
bool are_near_languages(const std::string& a, const std::string& b);

// The language is written from right to left.
bool is_right_to_left(const std::string& language);

}  // namespace touchstone
