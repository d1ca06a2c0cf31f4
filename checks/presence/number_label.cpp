#include "checks/presence/number_label.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <vector>

#include "site/embedded.h"
#include "site/text.h"

namespace touchstone {

namespace {

struct Word {
  std::string folded;
  NumberLabel::Kind kind;
  bool letters_only;  // needs a boundary before it; signs and CJK words do not
};

std::vector<Word> read_words() {
  std::vector<Word> words;
  const auto add = [&](std::string_view path, NumberLabel::Kind kind) {
    for (const auto line : embedded_list(path)) {
      const auto folded = fold(line);
      if (folded.empty()) continue;
      words.push_back({folded, kind, letter_count(folded) > 0 && !mostly_cjk(folded)});
    }
  };
  add("checks/data/phone-labels.txt", NumberLabel::Kind::phone);
  add("checks/data/fax-labels.txt", NumberLabel::Kind::fax);
  add("checks/data/number-labels.txt", NumberLabel::Kind::other);
  return words;
}

bool letter_before(std::string_view text, std::size_t offset) {
  if (offset == 0) return false;
  auto i = static_cast<std::int32_t>(offset);
  UChar32 c = 0;
  U8_PREV(text.data(), 0, i, c);
  return c > 0 && u_isalnum(c);
}

bool letter_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return false;
  auto i = static_cast<std::int32_t>(offset);
  UChar32 c = 0;
  U8_NEXT(text.data(), i, static_cast<std::int32_t>(text.size()), c);
  return c > 0 && u_isalpha(c);
}

const std::vector<Word>& all_words() {
  static const std::vector<Word> words = read_words();
  return words;
}

}  // namespace

NumberLabel label_of(std::string_view context) {
  const std::string text = fold(context);
  NumberLabel nearest;
  std::size_t end = 0;
  for (const auto& word : all_words()) {
    auto at = text.rfind(word.folded);
    while (at != std::string::npos) {
      const auto after = at + word.folded.size();
      const bool whole =
          !word.letters_only || (!letter_before(text, at) && !letter_at(text, after));
      if (whole) {
        if (after > end || (after == end && word.folded.size() > nearest.text.size())) {
          end = after;
          nearest = {word.kind, word.folded};
        }
        break;
      }
      if (at == 0) break;
      at = text.rfind(word.folded, at - 1);
    }
  }
  return nearest;
}

std::string whom_of(std::string_view context) {
  constexpr std::size_t kFewestLetters = 3, kLongest = 30;
  // After the last sentence, number or separator.
  const auto cut = context.find_last_of(".|,;!?0123456789+()\n\t");
  std::string_view tail = cut == std::string_view::npos ? context : context.substr(cut + 1);
  std::string rest;
  for (const auto& word : words(fold(tail))) {
    const bool telephone =
        std::any_of(all_words().begin(), all_words().end(), [&](const Word& known) {
          return known.kind == NumberLabel::Kind::phone && known.folded == word;
        });
    if (!telephone) rest += (rest.empty() ? "" : " ") + word;
  }
  if (rest.size() > kLongest * 2 || letter_count(rest) < kFewestLetters) return "";
  return shorten(rest, kLongest);
}

}  // namespace touchstone
