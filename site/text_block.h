#pragma once

// Sixteen bytes of a text, looked at together: what is asked of them is answered in one bit each,
// the first byte's the lowest. For site/ alone.

#ifdef __SSE2__
#include <emmintrin.h>
#else
#include <array>
#endif

#include <cstddef>
#include <cstring>

namespace touchstone {

class TextBlock {
 public:
  static constexpr std::size_t size = 16;
  static constexpr unsigned all = 0xFFFF;

#ifdef __SSE2__
  explicit TextBlock(const char* begin)
      : bytes_(_mm_loadu_si128(reinterpret_cast<const __m128i*>(begin))) {}

  void copy_to(char* place) const {
    _mm_storeu_si128(reinterpret_cast<__m128i*>(place), bytes_);
  }

  unsigned beyond_ascii() const {
    return bits(bytes_);
  }
  unsigned equal(int byte) const {
    return bits(_mm_cmpeq_epi8(bytes_, each(byte)));
  }
  // Of ASCII bytes: from `low` to `high`, below 0x7F.
  unsigned between(int low, int high) const {
    return bits(_mm_and_si128(_mm_cmpgt_epi8(bytes_, each(low - 1)),
                              _mm_cmplt_epi8(bytes_, each(high + 1))));
  }
  // With some bits set, others cleared: block.with(0x20), block.only(0xFC).
  TextBlock with(int set) const {
    return TextBlock(_mm_or_si128(bytes_, each(set)));
  }
  TextBlock only(int kept) const {
    return TextBlock(_mm_and_si128(bytes_, each(kept)));
  }

 private:
  explicit TextBlock(__m128i bytes) : bytes_(bytes) {}
  static __m128i each(int byte) {
    return _mm_set1_epi8(static_cast<char>(byte));
  }
  static unsigned bits(__m128i bytes) {
    return static_cast<unsigned>(_mm_movemask_epi8(bytes));
  }

  __m128i bytes_;
#else
  explicit TextBlock(const char* begin) {
    std::memcpy(bytes_.data(), begin, size);
  }

  void copy_to(char* place) const {
    std::memcpy(place, bytes_.data(), size);
  }

  unsigned beyond_ascii() const {
    return bits([](int byte) { return byte >= 0x80; });
  }
  unsigned equal(int wanted) const {
    return bits([&](int byte) { return byte == wanted; });
  }
  unsigned between(int low, int high) const {
    return bits([&](int byte) { return byte >= low && byte <= high; });
  }
  TextBlock with(int set) const {
    TextBlock other = *this;
    for (auto& byte : other.bytes_) byte = static_cast<unsigned char>(byte | set);
    return other;
  }
  TextBlock only(int kept) const {
    TextBlock other = *this;
    for (auto& byte : other.bytes_) byte = static_cast<unsigned char>(byte & kept);
    return other;
  }

 private:
  template <typename Test>
  unsigned bits(Test test) const {
    unsigned found = 0;
    for (std::size_t i = 0; i < size; ++i) found |= unsigned{test(bytes_[i])} << i;
    return found;
  }

  std::array<unsigned char, size> bytes_{};
#endif
};

}  // namespace touchstone
