#include "site/phrase.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "site/text.h"

namespace touchstone {

namespace {

constexpr std::size_t beginning = 2;  // bytes that an index looks up
constexpr int longest_prefix = 3;     // letters

UChar32 code_point_at(std::string_view text, std::size_t at) {
  UChar32 c = 0;
  const auto rest = text.substr(at, U8_MAX_LENGTH);
  std::int32_t offset = 0;
  U8_NEXT_OR_FFFD(rest.data(), offset, static_cast<std::int32_t>(rest.size()), c);
  return c;
}

UScriptCode script_of(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(c, &status);
}

// What ends a word; letters, digits and the marks on letters belong to it.
bool is_boundary(UChar32 c) {
  const auto type = u_charType(c);
  return !u_isalnum(c) && type != U_NON_SPACING_MARK && type != U_COMBINING_SPACING_MARK;
}

bool is_written_without_spaces(UScriptCode script) {
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ||
         script == USCRIPT_THAI;
}

// The article, "and" and prepositions that Arabic and Hebrew write onto the word.
bool is_word_prefix(std::string_view text, UScriptCode script) {
  static constexpr std::array<std::string_view, 8> arabic{"ال", "و",  "ب",   "ل",
                                                          "ف",  "لل", "وال", "بال"};
  static constexpr std::array<std::string_view, 12> hebrew{"ה", "ו",  "ב",  "ל",  "כ",  "מ",
                                                           "ש", "וה", "בה", "לה", "מה", "שה"};
  if (script == USCRIPT_ARABIC)
    return std::find(arabic.begin(), arabic.end(), text) != arabic.end();
  return script == USCRIPT_HEBREW && std::find(hebrew.begin(), hebrew.end(), text) != hebrew.end();
}

// Where the word that `at` stands in begins, looking back no further than prefixes reach.
std::size_t word_begin(std::string_view text, std::size_t at) {
  for (int back = 0; at > 0 && back <= longest_prefix; ++back) {
    auto before = at - 1;
    while (before > 0 && (text[before] & 0xC0) == 0x80) --before;
    if (is_boundary(code_point_at(text, before))) break;
    at = before;
  }
  return at;
}

bool is_wanted(std::string_view tag, const std::vector<std::string_view>& tags) {
  return tags.empty() || std::find(tags.begin(), tags.end(), tag) != tags.end();
}

}  // namespace

bool phrase_stands_at(std::string_view text, std::size_t at, std::string_view phrase) {
  if (phrase.empty() || !text.substr(at).starts_with(phrase)) return false;
  const UScriptCode script = script_of(code_point_at(phrase, 0));
  if (is_written_without_spaces(script)) return true;
  const auto begin = word_begin(text, at);
  if (begin != at && !is_word_prefix(text.substr(begin, at - begin), script)) return false;
  const auto end = at + phrase.size();
  if (end == text.size() || script == USCRIPT_HANGUL) return true;  // Korean particles follow
  return is_boundary(code_point_at(text, end));
}

bool contains_phrase(std::string_view folded_text, std::string_view folded_phrase) {
  if (folded_phrase.empty()) return false;
  for (auto at = folded_text.find(folded_phrase); at != std::string_view::npos;
       at = folded_text.find(folded_phrase, at + 1)) {
    if (phrase_stands_at(folded_text, at, folded_phrase)) return true;
  }
  return false;
}

void PhraseIndex::add(std::string phrase, std::string_view tag) {
  if (phrase.size() < beginning) return;
  auto& phrases = by_beginning_[phrase.substr(0, beginning)];
  phrases.push_back({std::move(phrase), std::string(tag)});
}

bool PhraseIndex::found_in(std::string_view text, const std::vector<std::string_view>& tags) const {
  for (std::size_t at = 0; at + beginning <= text.size(); ++at) {
    if ((text[at] & 0xC0) == 0x80) continue;
    const auto phrases = by_beginning_.find(std::string(text.substr(at, beginning)));
    if (phrases == by_beginning_.end()) continue;
    for (const Phrase& phrase : phrases->second) {
      if (is_wanted(phrase.tag, tags) && phrase_stands_at(text, at, phrase.text)) return true;
    }
  }
  return false;
}

bool PhraseIndex::equals(std::string_view text, const std::vector<std::string_view>& tags) const {
  const auto phrases = by_beginning_.find(std::string(text.substr(0, beginning)));
  if (phrases == by_beginning_.end()) return false;
  return std::any_of(phrases->second.begin(), phrases->second.end(), [&](const Phrase& phrase) {
    return phrase.text == text && is_wanted(phrase.tag, tags);
  });
}

}  // namespace touchstone
