#include "tests/fuzz/driver/mutation.h"

#include <algorithm>

#include "site/percent.h"

namespace touchstone::fuzz {
namespace {

constexpr std::size_t most_bytes = 64 << 10, most_changes = 6, longest_repeat = 512;

std::string word_in(std::string_view quoted) {
  std::string word;
  for (std::size_t i = 0; i < quoted.size(); ++i) {
    if (quoted[i] != '\\' || i + 1 == quoted.size()) {
      word += quoted[i];
    } else if (quoted[i + 1] == 'x' && i + 3 < quoted.size()) {
      word += static_cast<char>(16 * hex_digit(quoted[i + 2]) + hex_digit(quoted[i + 3]));
      i += 3;
    } else {
      word += quoted[++i];
    }
  }
  return word;
}

}  // namespace

std::string Mutation::input(std::uint64_t number) {
  chance_.seed(number);
  auto input = seeds_[below(seeds_.size())];
  for (auto left = 1 + below(most_changes); left > 0; --left) change(input);
  input.resize(std::min(input.size(), most_bytes));
  return input;
}

void Mutation::change(std::string& input) {
  const auto at = below(input.size() + 1), length = below(input.size() - at + 1);
  switch (below(8)) {
    case 0:
      if (at < input.size()) input[at] = static_cast<char>(below(256));
      return;
    case 1:
      if (at < input.size()) input[at] = static_cast<char>(input[at] ^ (1 << below(8)));
      return;
    case 2:
      input.erase(at, std::min<std::size_t>(length, 1 + below(16)));
      return;
    case 3:
      input.insert(at, 1 + below(4), static_cast<char>(below(256)));
      return;
    case 4: {  // a piece many times
      const auto piece = input.substr(at, std::min<std::size_t>(length, 1 + below(32)));
      std::string many;
      for (auto left = 1 + below(longest_repeat); left > 0 && many.size() < most_bytes; --left)
        many += piece;
      input.insert(at, many);
      return;
    }
    case 5: {  // the end of another seed
      const auto& other = seeds_[below(seeds_.size())];
      input = input.substr(0, at) + other.substr(below(other.size() + 1));
      return;
    }
    case 6:
      input.resize(at);
      return;
    default:
      if (!words_.empty()) input.insert(at, words_[below(words_.size())]);
  }
}

std::vector<std::string> words_of(std::string_view dictionary) {
  std::vector<std::string> words;
  while (!dictionary.empty()) {
    const auto line = dictionary.substr(0, dictionary.find('\n'));
    dictionary.remove_prefix(std::min(dictionary.size(), line.size() + 1));
    const auto begin = line.find('"'), end = line.rfind('"');
    if (!line.starts_with('#') && begin < end && end != line.npos)
      words.push_back(word_in(line.substr(begin + 1, end - begin - 1)));
  }
  return words;
}

}  // namespace touchstone::fuzz
