#pragma once

// The visible text of a page as it streams by: counted, hashed, and its beginning kept. Equal to
// visible_text of site/page_text.h. For site/ alone. One thread at a time.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "site/text_sketch.h"

namespace touchstone {

class SummaryText {
 public:
  static constexpr std::size_t sample_bytes = 4096;  // kept for telling the language

  // Valid UTF-8, whole characters; with `references` none of them is torn either.
  void add(std::string_view text, bool references);
  void gap() { pending_ = true; }  // what follows is another word

  void finish();  // before the rest is asked

  std::int64_t characters() const { return characters_; }
  std::int64_t words() const { return any_ ? gaps_ + 1 : 0; }
  std::uint64_t hash() const { return hash_; }
  const std::string& left_over() const { return left_over_; }
  std::vector<std::uint32_t> release_samples() { return sketch_.release(); }
  const std::string& sample() const { return sample_; }  // ends with a whole character

 private:
  void add_plain(const char* begin, const char* end);
  const char* add_blocks(const char* begin, const char* end);
  const char* add_run(const char* begin, const char* end);
  void begin_run();
  void put(const char* begin, std::size_t size);
  void count(std::size_t size);

  static constexpr std::size_t window = 16384;  // counted at once
  std::array<char, window + 32> buffer_;        // what is not counted yet
  std::size_t size_ = 0;
  bool any_ = false, pending_ = false;
  std::int64_t total_ = 0, characters_ = 0, gaps_ = 0;
  std::array<std::uint64_t, 4> lanes_{1, 2, 3, 4};
  std::uint64_t hash_ = 0;
  std::string sample_, left_over_;
  TextSketch sketch_;
};

}  // namespace touchstone
