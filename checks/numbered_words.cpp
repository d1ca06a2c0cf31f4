#include "checks/numbered_words.h"

#include <re2/re2.h>

#include <algorithm>
#include <charconv>
#include <vector>

#include "site/embedded.h"
#include "site/text.h"

namespace touchstone {

std::optional<int> NumberedWords::find(std::string_view word) const {
  const auto found = number_of.find(fold(word));
  return found == number_of.end() ? std::nullopt : std::optional(found->second);
}

int written_number(std::string_view digits) {
  const std::string text = ascii_digits(digits);
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

NumberedWords read_numbered_words(std::string_view path) {
  NumberedWords read;
  std::vector<std::string> words;
  for (std::string_view line : embedded_list(path)) {
    int number = 0;
    std::from_chars(line.data(), line.data() + line.size(), number);
    line.remove_prefix(std::min(line.find(' ') + 1, line.size()));
    while (!line.empty()) {
      const auto end = std::min(line.find(' '), line.size());
      std::string word(line.substr(0, end));
      std::replace(word.begin(), word.end(), '-', ' ');
      read.number_of.emplace(fold(word), number);
      words.push_back(std::move(word));
      line.remove_prefix(std::min(end + 1, line.size()));
    }
  }
  std::stable_sort(words.begin(), words.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  for (const auto& word : words) {
    read.pattern += (read.pattern.empty() ? "" : "|") + RE2::QuoteMeta(word);
  }
  return read;
}

}  // namespace touchstone
