#pragma once

// Samples of the runs of four words that a text is made of: how much of a text is new is how many
// of its samples no other text had. A word with a digit in it is like any other such word, so that
// a calendar, or a page that only counts on, brings nothing. For site/ alone. One thread at a time.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace touchstone {

class TextSketch {
 public:
  static constexpr std::size_t most = 128;  // samples

  // The next piece, UTF-8; a word ends with its piece.
  void add(std::string_view text);

  // Equal runs of words give equal samples in every text, as far as both are sampled so finely.
  std::vector<std::uint32_t> release() { return std::move(samples_); }

 private:
  void add_word(std::uint64_t word);

  std::uint64_t last_[3] = {0, 0, 0};
  std::uint32_t mask_ = 0;
  std::vector<std::uint32_t> samples_;
};

}  // namespace touchstone
