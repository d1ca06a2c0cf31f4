#include "checks/presence/number_label.h"

#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "checks/characters.h"
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

// By the first byte or two: behind every number of a page stands a look at some sixty bytes.
class WordTable {
 public:
  WordTable() {
    auto words = read_words();
    for (Word& word : words) {
      if (word.kind == NumberLabel::Kind::phone) phone_words_.insert(word.folded);
      auto& list = by_beginning_[key_of(word.folded, 0)];
      list.push_back(std::move(word));
    }
  }

  const std::vector<Word>* beginning_at(std::string_view text, std::size_t at) const {
    const auto found = by_beginning_.find(key_of(text, at));
    return found == by_beginning_.end() ? nullptr : &found->second;
  }
  bool says_telephone(const std::string& word) const { return phone_words_.contains(word); }

 private:
  // One byte for words of one letter, two for the letters of other scripts.
  static unsigned key_of(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80 || at + 1 >= text.size()) return first;
    return first << 8 | static_cast<unsigned char>(text[at + 1]);
  }

  std::unordered_map<unsigned, std::vector<Word>> by_beginning_;
  std::unordered_set<std::string> phone_words_;
};

const WordTable& all_words() {
  static const WordTable words;
  return words;
}

}  // namespace

NumberLabel label_of(std::string_view context) {
  const std::string text = fold(context);
  NumberLabel nearest;
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto* const candidates = all_words().beginning_at(text, at);
    if (!candidates) continue;
    for (const Word& word : *candidates) {
      const auto after = at + word.folded.size();
      const bool nearer = after > end || (after == end && word.folded.size() > nearest.text.size());
      if (!nearer || !std::string_view(text).substr(at).starts_with(word.folded)) continue;
      if (word.letters_only && (alphanumeric_before(text, at) || letter_at(text, after))) continue;
      end = after;
      nearest = {word.kind, word.folded};
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
    const bool telephone = all_words().says_telephone(word);
    if (!telephone) rest += (rest.empty() ? "" : " ") + word;
  }
  if (rest.size() > kLongest * 2 || letter_count(rest) < kFewestLetters) return "";
  return shorten(rest, kLongest);
}

}  // namespace touchstone
