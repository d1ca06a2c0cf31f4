#pragma once

// The visible text of a page as it streams by: counted, hashed, and its beginning kept. Equal to
// visible_text of site/page_text.h. For site/ alone. One thread at a time.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace touchstone {

class SummaryText {
 public:
  static constexpr std::size_t sample_bytes = 4096;  // kept for telling the language

  // Valid UTF-8, whole characters; with `references` none of them is torn either.
  void add(std::string_view text, bool references);
  void gap() { pending_ = true; }  // what follows is another word

  void finish();  // before the rest is asked

  std::int64_t characters() const { return characters_; }
  std::int64_t words() const { return words_; }
  std::uint64_t hash() const { return total_ == 0 ? 0 : hash_; }
  const std::string& sample() const { return sample_; }  // ends with a whole character

 private:
  void add_plain(const char* begin, const char* end);
  void put(const char* begin, std::size_t size);
  void flush();

  std::array<char, 16384> buffer_;
  std::size_t size_ = 0;
  bool pending_ = false;
  std::int64_t total_ = 0, characters_ = 0, words_ = 0;
  std::uint64_t hash_ = 0x9E3779B97F4A7C15u;
  std::string sample_;
};

}  // namespace touchstone
