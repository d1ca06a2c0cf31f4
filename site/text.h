#pragma once

// Text as people compare it. All input and output is UTF-8.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone {

// White space runs (U+00A0 and line breaks too) to one space, ends trimmed.
std::string collapse_spaces(std::string_view text);

// For matching: NFKC, case folded, soft hyphens and zero-width characters removed (ZWNJ becomes a
// space), Arabic letters unified, harakat and niqqud removed, ё -> е, apostrophes unified, Latin
// diacritics removed, digits of all scripts to ASCII. `turkish` maps I/ı and İ/i first.
std::string fold(std::string_view text, bool turkish = false);

// Digits of all scripts to ASCII, nothing else changed.
std::string ascii_digits(std::string_view text);

// User-perceived characters; East Asian Wide ones count twice where `wide_twice`.
std::size_t grapheme_count(std::string_view text, bool wide_twice = false);

std::size_t letter_count(std::string_view text);  // Unicode category L
bool mostly_cjk(std::string_view text);           // Han, Kana or Hangul make up over half

// Cut to at most `graphemes`, "…" appended where something was cut.
std::string shorten(std::string_view text, std::size_t graphemes);

// Words by Unicode word boundaries; punctuation and spaces left out.
std::vector<std::string> words(std::string_view text);

// `phrase` stands in `text` at word boundaries; both folded already. CJK has no boundaries: any
// substring; Korean: prefix of a word; Arabic and Hebrew: article and preposition prefixes allowed.
bool contains_phrase(std::string_view folded_text, std::string_view folded_phrase);

}  // namespace touchstone
