#include "checks/listed_words.h"

#include <algorithm>

#include "checks/characters.h"
#include "site/phrase.h"
#include "site/text.h"

namespace touchstone {

namespace {

// One byte of ASCII words, as some have one letter alone; a letter of other scripts.
std::uint16_t beginning_of(std::string_view word) {
  const auto lead = static_cast<unsigned char>(word.front());
  const auto next = static_cast<unsigned char>(word.size() > 1 ? word[1] : 0);
  return static_cast<std::uint16_t>(lead < 0x80 ? lead : lead << 8 | next);
}

}  // namespace

ListedWords::ListedWords(const std::vector<std::string>& words) {
  for (std::string word : words) {
    const bool stem = word.ends_with('*');
    if (stem) word.pop_back();
    if (word.empty()) continue;
    auto& list = by_beginning_[beginning_of(word)];
    list.push_back({std::move(word), stem});
  }
}

const std::vector<ListedWords::Word>* ListedWords::beginning_at(std::string_view folded,
                                                                std::size_t at) const {
  if (at >= folded.size() || (folded[at] & 0xC0) == 0x80) return nullptr;
  const auto found = by_beginning_.find(beginning_of(folded.substr(at, 2)));
  return found == by_beginning_.end() ? nullptr : &found->second;
}

std::optional<std::size_t> ListedWords::first_in(std::string_view folded) const {
  for (std::size_t at = 0; at < folded.size(); ++at) {
    const auto* words = beginning_at(folded, at);
    if (!words) continue;
    const bool found = std::any_of(words->begin(), words->end(), [&](const Word& word) {
      if (!word.stem) return phrase_stands_at(folded, at, word.text);
      return folded.substr(at).starts_with(word.text) && !alphanumeric_before(folded, at);
    });
    if (found) return at;
  }
  return std::nullopt;
}

bool ListedWords::any_at(std::string_view folded, std::size_t at) const {
  const auto* words = beginning_at(folded, at);
  if (!words) return false;
  return std::any_of(words->begin(), words->end(), [&](const Word& word) {
    if (!folded.substr(at).starts_with(word.text)) return false;
    return word.stem || mostly_cjk(word.text) || !letter_at(folded, at + word.text.size());
  });
}

}  // namespace touchstone
