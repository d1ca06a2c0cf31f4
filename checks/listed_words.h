#pragma once

// The words of a vocabulary list in a text, in one pass. A word of the list that ends in "*" is the
// beginning of words: "repl*" stands in "replied". Everything is folded (site/text.h).

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace touchstone {

class ListedWords {
 public:
  explicit ListedWords(const std::vector<std::string>& words);

  // Where the first of them stands; absent: none does.
  std::optional<std::size_t> first_in(std::string_view folded) const;

  // One of them begins at this byte, whatever stands before it: "min" in "30min".
  bool any_at(std::string_view folded, std::size_t at) const;

 private:
  struct Word {
    std::string text;
    bool stem = false;
  };
  const std::vector<Word>* beginning_at(std::string_view folded, std::size_t at) const;

  std::unordered_map<std::uint16_t, std::vector<Word>> by_beginning_;  // the first byte or two
};

}  // namespace touchstone
