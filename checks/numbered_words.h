#pragma once

// Lists whose lines are a number and the words that mean it: "3 march mars marzo".

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace touchstone {

struct NumberedWords {
  std::map<std::string, int, std::less<>> number_of;  // by the folded word
  std::string pattern;  // for RE2: any of the words, the longer first, as written

  // Absent for a word that is not in the list; `word` in any case.
  std::optional<int> find(std::string_view word) const;
};

// The number that digits of any script write; 0 for none.
int written_number(std::string_view digits);

// Of an embedded file; "-" in a word stands for a space or a hyphen.
NumberedWords read_numbered_words(std::string_view path);

}  // namespace touchstone
