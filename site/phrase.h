#pragma once

// Phrases in a text at the word boundaries of its script. Everything is
// folded already.

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace touchstone {

// `phrase` begins in `text` at this byte and stands there as a word or words of its own.
bool phrase_stands_at(std::string_view text, std::size_t at, std::string_view phrase);

// Many phrases, found in one pass over a text.
class PhraseIndex {
 public:
  // `tag`: what the phrase belongs to, a language for instance.
  void add(std::string phrase, std::string_view tag);

  // Whether one of the phrases with such a tag stands in the text; any tag where `tags` is empty.
  bool found_in(std::string_view text, const std::vector<std::string_view>& tags) const;
  bool equals(std::string_view text, const std::vector<std::string_view>& tags) const;

 private:
  struct Phrase {
    std::string text;
    std::string tag;
  };
  std::unordered_map<std::string, std::vector<Phrase>> by_beginning_;  // the first two bytes
};

}  // namespace touchstone
