#pragma once

// Inputs made from seeds by chance that repeats: the same number gives the same input on every
// machine. A small part of what libFuzzer does, and without its sight of what was reached.

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::fuzz {

class Mutation {
 public:
  // `words` may be empty, `seeds` not.
  Mutation(std::vector<std::string> seeds, std::vector<std::string> words)
      : seeds_(std::move(seeds)), words_(std::move(words)) {}

  // At most 64 KiB.
  std::string input(std::uint64_t number);

 private:
  std::size_t below(std::size_t limit) { return limit == 0 ? 0 : chance_() % limit; }
  void change(std::string& input);

  std::vector<std::string> seeds_, words_;
  std::mt19937_64 chance_;
};

// The words of a dictionary of libFuzzer: lines of name="..." or "...", with \\, \" and \xAB.
std::vector<std::string> words_of(std::string_view dictionary);

}  // namespace touchstone::fuzz
