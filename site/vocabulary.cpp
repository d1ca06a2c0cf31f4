#include "site/vocabulary.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <unordered_set>

#include "site/embedded.h"
#include "site/percent.h"
#include "site/phrase.h"
#include "site/text.h"

namespace touchstone {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t shortest_contained_slug = 4;  // letters
constexpr std::size_t longest_slug = 6;             // words

struct Concept {
  std::map<std::string, Words, std::less<>> by_language;
  PhraseIndex phrases;                    // tagged with their language
  std::unordered_set<std::string> slugs;  // of all languages, words joined by "-"
};

struct Vocabulary {
  std::vector<std::string> languages;
  std::map<std::string, Concept, std::less<>> concepts;
  // By name, then language; "" holds what belongs to no language.
  std::map<std::string, std::map<std::string, std::vector<std::string>, std::less<>>, std::less<>>
      lists;
};

std::string joined_by_dashes(std::string words) {
  std::replace_if(
      words.begin(), words.end(),
      [](char c) { return c == ' ' || c == '_' || c == '+' || c == '.' || c == '\''; }, '-');
  return words;
}

std::vector<std::string> folded_items(const Json& items, bool turkish) {
  std::vector<std::string> folded;
  for (const auto& item : items)
    folded.push_back(fold(item.get_ref<const std::string&>(), turkish));
  return folded;
}

void read_file(Vocabulary& vocabulary, std::string_view bytes) {
  const Json file = Json::parse(bytes);
  const std::string language = file.value("language", "");
  const bool turkish = language == "tr";
  for (const auto& [name, items] : file.at("lists").items()) {
    vocabulary.lists[name][language] = folded_items(items, turkish);
  }
  if (language.empty()) return;
  vocabulary.languages.push_back(language);
  for (const auto& [name, words] : file.at("concepts").items()) {
    Concept& entry = vocabulary.concepts[name];
    Words& own = entry.by_language[language];
    own.phrases = folded_items(words.at("phrases"), turkish);
    own.slugs = words.at("slugs").get<std::vector<std::string>>();
    entry.slugs.insert(own.slugs.begin(), own.slugs.end());
    for (const auto& phrase : own.phrases) {
      entry.phrases.add(phrase, language);
      entry.slugs.insert(joined_by_dashes(phrase));
    }
  }
}

const Vocabulary& vocabulary() {
  static const Vocabulary loaded = [] {
    Vocabulary fresh;
    for (const auto& file : embedded_below("site/vocabulary/")) read_file(fresh, file.bytes);
    return fresh;
  }();
  return loaded;
}

bool is_word_character(UChar32 c) {
  const auto type = u_charType(c);
  return u_isalnum(c) || type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK;
}

// Without arrows, bullets and colons round the words: "» Contact us:" is "contact us".
std::string_view bare(std::string_view text) {
  std::int32_t begin = 0, last_end = 0, first = -1;
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    begin = at;
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(text.data(), at, size, c);
    if (!is_word_character(c)) continue;
    if (first < 0) first = begin;
    last_end = at;
  }
  if (first < 0) return {};
  return text.substr(static_cast<std::size_t>(first), static_cast<std::size_t>(last_end - first));
}

// "/en/about_us.html" -> "en", "about-us"
std::vector<std::string> segments_of(std::string_view path) {
  std::vector<std::string> segments;
  const std::string decoded = percent_decode(path);
  for (std::size_t at = 0; at < decoded.size();) {
    const auto end = std::min(decoded.find('/', at), decoded.size());
    std::string_view segment = std::string_view(decoded).substr(at, end - at);
    at = end + 1;
    if (at > decoded.size()) segment = segment.substr(0, segment.rfind('.'));
    if (!segment.empty()) segments.push_back(joined_by_dashes(fold(segment)));
  }
  return segments;
}

// A run of whole words of the segment is a slug.
bool contains_slug(std::string_view segment, const std::unordered_set<std::string>& slugs) {
  std::vector<std::size_t> begins{0};
  for (std::size_t i = 0; i < segment.size(); ++i) {
    if (segment[i] == '-') begins.push_back(i + 1);
  }
  begins.push_back(segment.size() + 1);
  for (std::size_t from = 0; from + 1 < begins.size(); ++from) {
    const auto furthest = std::min(begins.size() - 1, from + longest_slug);
    for (std::size_t to = from + 1; to <= furthest; ++to) {
      const auto run = segment.substr(begins[from], begins[to] - 1 - begins[from]);
      if (run.size() >= shortest_contained_slug && slugs.contains(std::string(run))) return true;
    }
  }
  return false;
}

}  // namespace

const std::vector<std::string>& vocabulary_languages() {
  return vocabulary().languages;
}
const Words& words_of(std::string_view language, std::string_view concept_name) {
  static const Words none;
  const auto found = vocabulary().concepts.find(concept_name);
  if (found == vocabulary().concepts.end()) return none;
  const auto words = found->second.by_language.find(language);
  return words == found->second.by_language.end() ? none : words->second;
}

Match match_folded(std::string_view folded, std::string_view concept_name,
                   std::string_view language) {
  const auto found = vocabulary().concepts.find(concept_name);
  if (found == vocabulary().concepts.end()) return Match::none;
  std::vector<std::string_view> languages;
  if (!language.empty()) languages = {language, "en"};
  const PhraseIndex& phrases = found->second.phrases;
  if (phrases.equals(bare(folded), languages)) return Match::equals;
  return phrases.found_in(folded, languages) ? Match::contains : Match::none;
}

Match match_concept(std::string_view text, std::string_view concept_name,
                    std::string_view language) {
  return match_folded(fold(text, language == "tr"), concept_name, language);
}

Match match_slug(std::string_view path, std::string_view concept_name) {
  const auto found = vocabulary().concepts.find(concept_name);
  if (found == vocabulary().concepts.end()) return Match::none;
  Match best = Match::none;
  for (const auto& segment : segments_of(path)) {
    if (found->second.slugs.contains(segment)) return Match::equals;
    if (contains_slug(segment, found->second.slugs)) best = Match::contains;
  }
  return best;
}

std::vector<std::string> word_list(std::string_view name, std::string_view language) {
  std::vector<std::string> words;
  const auto found = vocabulary().lists.find(name);
  if (found == vocabulary().lists.end()) return words;
  for (const auto& [of, items] : found->second) {
    const bool wanted = language.empty() || of.empty() || of == language;
    if (wanted) words.insert(words.end(), items.begin(), items.end());
  }
  return words;
}

}  // namespace touchstone
