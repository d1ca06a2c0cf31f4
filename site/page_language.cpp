#include "site/page_language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>

#include "site/charset.h"
#include "site/text.h"

namespace touchstone {

namespace {

constexpr std::size_t letters_needed = 200;
constexpr std::size_t bytes_looked_at = 64 * 1024;
constexpr int share_that_decides = 60;  // percent of the text in the first language

struct Detected {
  std::string language;         // empty: nothing was recognised
  bool decided = false;         // enough of it to contradict what the page declares
  bool knows_declared = false;  // the declared language is among the three commonest
};

struct Summary {
  std::vector<LanguageShare> shares;
  bool reliable = false;
};

Summary summary_of(std::string_view text) {
  CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  CLD2::Language languages[3];
  int percents[3], text_bytes = 0;
  double scores[3];
  Summary summary;
  CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(text.size()), true, &hints, 0,
                                 languages, percents, scores, nullptr, &text_bytes,
                                 &summary.reliable);
  for (int i = 0; i < 3; ++i) {
    if (languages[i] == CLD2::UNKNOWN_LANGUAGE) continue;
    summary.shares.push_back({primary_language(CLD2::LanguageCode(languages[i])), percents[i]});
  }
  if (languages[0] == CLD2::UNKNOWN_LANGUAGE) summary.shares.clear();
  return summary;
}

Detected detect(std::string_view text, std::string_view declared) {
  const Summary summary = summary_of(text);
  Detected detected;
  if (summary.shares.empty()) return detected;
  detected.language = summary.shares.front().language;
  detected.decided = summary.reliable && summary.shares.front().percent >= share_that_decides;
  for (const LanguageShare& share : summary.shares) {
    const bool same = share.language == declared;
    detected.knows_declared = detected.knows_declared || (same && share.percent > 20);
  }
  return detected;
}

// Whole characters only.
std::string_view beginning(std::string_view text) {
  if (text.size() <= bytes_looked_at) return text;
  std::size_t end = bytes_looked_at;
  while (end > 0 && (text[end] & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

}  // namespace

std::string primary_language(std::string_view tag) {
  const auto begin = tag.find_first_not_of(" \t\n\r");
  if (begin == std::string_view::npos) return {};
  tag = tag.substr(begin);
  tag = tag.substr(0, tag.find_first_of("-_ ,;\t\n\r"));
  std::string primary;
  for (const char c : tag) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (!upper && !(c >= 'a' && c <= 'z')) return {};
    primary += upper ? static_cast<char>(c - 'A' + 'a') : c;
  }
  if (primary == "iw") return "he";
  if (primary == "in") return "id";
  if (primary == "nb" || primary == "nn") return "no";
  if (primary == "cn") return "zh";  // seen often, never registered
  if (primary == "ua") return "uk";
  if (primary == "jp") return "ja";
  if (primary == "cz") return "cs";
  return primary.size() == 2 || primary.size() == 3 ? primary : std::string();
}

std::vector<LanguageShare> languages_in(std::string_view text) {
  const auto sample = beginning(text);
  if (letter_count(sample) < letters_needed && !mostly_cjk(sample)) return {};
  Summary summary = summary_of(sample);
  return summary.reliable ? std::move(summary.shares) : std::vector<LanguageShare>{};
}

std::string language_of(std::string_view text, std::string_view declared) {
  const std::string told = primary_language(declared);
  const auto sample = beginning(text);
  if (letter_count(sample) < letters_needed && !mostly_cjk(sample)) return told;
  const Detected detected = detect(sample, told);
  if (told.empty()) return detected.language;
  // A template's lang="en" often outlives the translation of the page.
  const bool contradicted = detected.decided && !detected.knows_declared;
  return contradicted ? detected.language : told;
}

}  // namespace touchstone
