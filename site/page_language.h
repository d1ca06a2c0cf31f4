#pragma once

// The language that a page is written in.

#include <string>
#include <string_view>
#include <vector>

namespace touchstone {

// The primary language subtag in today's form: "pt-BR" -> "pt", "iw" -> "he"; empty for none.
std::string primary_language(std::string_view tag);

// `declared`: <html lang> as written, may be empty. Empty when undetermined.
std::string language_of(std::string_view text, std::string_view declared);

struct LanguageShare {
  std::string language;
  int percent = 0;
};

// The languages that a text is made of, the commonest first, at most three; empty when that cannot
// be told.
std::vector<LanguageShare> languages_in(std::string_view text);

}  // namespace touchstone
