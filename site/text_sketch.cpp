#include "site/text_sketch.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "site/text_block.h"

namespace touchstone {
namespace {

constexpr std::uint64_t ones = 0x0101010101010101u;  // one in each of eight bytes
constexpr std::uint64_t any_number = 0x9e3779b97f4a7c15u;

constexpr std::uint64_t spread(std::uint64_t bits) {
  bits ^= bits >> 29;
  bits *= 0xbf58476d1ce4e5b9u;
  return bits ^ (bits >> 32);
}

constexpr std::uint64_t turn(std::uint64_t bits, int by) {
  return (bits << by) | (bits >> (64 - by));
}

// Which bytes belong to words: letters, digits, all of other scripts.
unsigned in_words(const TextBlock& block) {
  return block.with(0x20).between('a', 'z') | block.between('0', '9') | block.beyond_ascii();
}

// The last bytes of a text, with zeros behind them.
TextBlock last_block(const char* begin, std::size_t size) {
  char bytes[TextBlock::size] = {};
  std::memcpy(bytes, begin, size);
  return TextBlock(bytes);
}

// At most eight bytes, in lower case; zeros behind them.
std::uint64_t letters(const char* begin, std::size_t size, const char* end) {
  std::uint64_t bytes = 0;
  if (end - begin >= 8) {
    std::memcpy(&bytes, begin, sizeof bytes);
  } else {
    std::memcpy(&bytes, begin, std::min<std::size_t>(size, static_cast<std::size_t>(end - begin)));
  }
  bytes |= 0x20 * ones;
  return size >= 8 ? bytes : bytes & ((std::uint64_t{1} << (8 * size)) - 1);
}

bool has_digit(std::uint64_t bytes) {
  const std::uint64_t from_zero = bytes ^ ('0' * ones);
  const std::uint64_t others = ((from_zero & (0x7F * ones)) + 0x76 * ones) | from_zero;
  return (~others & (0x80 * ones)) != 0;
}

// What a word is known by: its first and its last eight bytes, and how long it is.
std::uint64_t word_of(const char* begin, std::size_t size, const char* end) {
  const std::uint64_t first = letters(begin, size, end);
  const std::uint64_t last = size > 8 ? letters(begin + size - 8, 8, end) : 0;
  if (has_digit(first) || has_digit(last)) return any_number;
  return spread(first ^ turn(last, 29) ^ (size * any_number));
}

}  // namespace

void TextSketch::add(std::string_view text) {
  const char* const end = text.data() + text.size();
  const char* word = nullptr;  // the one that is not ended yet
  for (std::size_t at = 0; at < text.size(); at += TextBlock::size) {
    const char* const here = text.data() + at;
    const auto left = text.size() - at;
    const unsigned words =
        in_words(left < TextBlock::size ? last_block(here, left) : TextBlock(here));
    // The bits where a word begins or ends.
    for (unsigned edges = (words ^ (words << 1 | unsigned{word != nullptr})) & TextBlock::all;
         edges != 0; edges &= edges - 1) {
      const char* const edge = here + std::countr_zero(edges);
      if (word) add_word(word_of(word, static_cast<std::size_t>(edge - word), end));
      word = word ? nullptr : edge;
    }
  }
  if (word) add_word(word_of(word, static_cast<std::size_t>(end - word), end));
}

void TextSketch::add_word(std::uint64_t word) {
  const auto sample = static_cast<std::uint32_t>(
      spread(word ^ turn(last_[0], 16) ^ turn(last_[1], 32) ^ turn(last_[2], 48)) >> 32);
  last_[2] = last_[1];
  last_[1] = last_[0];
  last_[0] = word;
  if ((sample & mask_) != 0) return;
  samples_.push_back(sample);
  if (samples_.size() < most) return;
  mask_ = mask_ * 2 + 1;
  std::erase_if(samples_, [this](std::uint32_t kept) { return (kept & mask_) != 0; });
}

}  // namespace touchstone
