#include "site/text_sketch.h"

#include <algorithm>
#include <array>

namespace touchstone {
namespace {

constexpr std::uint64_t spread(std::uint64_t bits) {
  bits ^= bits >> 29;
  bits *= 0xbf58476d1ce4e5b9u;
  return bits ^ (bits >> 32);
}

constexpr std::uint64_t turn(std::uint64_t bits, int by) {
  return (bits << by) | (bits >> (64 - by));
}

// Letters in lower case, digits and the bytes of other scripts as they are; 0: between words.
constexpr auto letters = [] {
  std::array<unsigned char, 256> filled{};
  for (int c = 0; c < 256; ++c) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
    filled[static_cast<std::size_t>(c)] = static_cast<unsigned char>(upper ? c + 32 : kept ? c : 0);
  }
  return filled;
}();

constexpr std::uint64_t any_number = 0x9e3779b97f4a7c15u;

}  // namespace

void TextSketch::add(std::string_view text) {
  for (const char each : text) {
    const std::uint64_t c = letters[static_cast<unsigned char>(each)];
    if (c == 0) {
      if (within_) end_word();
      continue;
    }
    within_ = true;
    if (c <= '9') {
      number_ = true;
    } else {
      word_ = turn(word_, 7) ^ c;
    }
  }
}

void TextSketch::end_word() {
  const std::uint64_t word = spread(number_ ? word_ ^ any_number : word_);
  const auto sample = static_cast<std::uint32_t>(
      spread(word ^ turn(last_[0], 16) ^ turn(last_[1], 32) ^ turn(last_[2], 48)) >> 32);
  last_[2] = last_[1];
  last_[1] = last_[0];
  last_[0] = word;
  word_ = 0;
  within_ = number_ = false;
  if ((sample & mask_) != 0) return;
  samples_.push_back(sample);
  if (samples_.size() < most) return;
  mask_ = mask_ * 2 + 1;
  std::erase_if(samples_, [this](std::uint32_t kept) { return (kept & mask_) != 0; });
}

}  // namespace touchstone
