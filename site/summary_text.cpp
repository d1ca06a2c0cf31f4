#include "site/summary_text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstring>

#include "site/character_references.h"
#include "site/text_block.h"

namespace touchstone {

namespace {

constexpr std::uint64_t ones = 0x0101010101010101u;  // one in each of eight bytes

// Those of eight bytes that are zero: their highest bits.
std::uint64_t zeros(std::uint64_t bytes) {
  constexpr std::uint64_t low = 0x7F * ones;
  return ~(((bytes & low) + low) | bytes) & (0x80 * ones);
}

enum class Kind : std::uint8_t { plain, space, perhaps_space };

// White space beside that of ASCII begins with one of four bytes in UTF-8.
constexpr auto kinds = [] {
  std::array<Kind, 256> filled{};
  for (const int c : {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20}) filled[c] = Kind::space;
  for (const int c : {0xC2, 0xE1, 0xE2, 0xE3}) filled[c] = Kind::perhaps_space;
  return filled;
}();

Kind kind_of(char c) {
  return kinds[static_cast<unsigned char>(c)];
}

// The size of the white space that stands there; 0 where there is none.
std::size_t space_size(const char* begin, const char* end) {
  std::int32_t size = 0;
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(begin, size, static_cast<std::int32_t>(std::min<std::ptrdiff_t>(end - begin, 4)),
                  c);
  return u_isUWhiteSpace(c) ? static_cast<std::size_t>(size) : 0;
}

}  // namespace

void SummaryText::add(std::string_view text, bool references) {
  while (references && !text.empty()) {
    const auto plain = std::min(text.find('&'), text.size());
    add_plain(text.data(), text.data() + plain);
    text.remove_prefix(plain);
    if (text.empty()) return;
    std::string meant;
    auto taken = take_reference(text, false, meant);
    if (taken == 0) {
      meant = '&';
      taken = 1;
    }
    add_plain(meant.data(), meant.data() + meant.size());
    text.remove_prefix(taken);
  }
  add_plain(text.data(), text.data() + text.size());
}

void SummaryText::add_plain(const char* begin, const char* end) {
  while (begin < end) {
    begin = add_blocks(begin, end);
    if (begin < end) begin = add_run(begin, end);
  }
}

// Most text is words with one space between them, which need only be copied: sixteen bytes at a
// time, up to the first block that has anything else.
const char* SummaryText::add_blocks(const char* begin, const char* end) {
  constexpr auto step = TextBlock::size;
  for (; end - begin >= static_cast<std::ptrdiff_t>(step); begin += step) {
    const TextBlock block(begin);
    const unsigned spaces = block.equal(' ');
    if (block.between(0, ' ') != spaces || (spaces & (spaces << 1)) != 0) break;
    if (block.beyond_ascii() != 0 && (block.equal(0xC2) | block.only(0xFC).equal(0xE0)) != 0) break;
    if (pending_ || !any_) {
      if ((spaces & 1) != 0) break;
      begin_run();
    }
    block.copy_to(buffer_.data() + size_);
    pending_ = (spaces >> (step - 1)) != 0;
    size_ += pending_ ? step - 1 : step;
    if (size_ >= window) count(window);
  }
  return begin;
}

// One white space, or what stands before the next.
const char* SummaryText::add_run(const char* begin, const char* end) {
  const Kind kind = kind_of(*begin);
  const auto space = kind == Kind::space           ? 1
                     : kind == Kind::perhaps_space ? space_size(begin, end)
                                                   : 0;
  if (space > 0) {
    pending_ = true;
    return begin + space;
  }
  begin_run();
  const char* last = begin + 1;
  while (last < end && kind_of(*last) == Kind::plain) ++last;
  put(begin, static_cast<std::size_t>(last - begin));
  return last;
}

void SummaryText::begin_run() {
  if (pending_ && any_) put(" ", 1);
  any_ = true;
  pending_ = false;
}

void SummaryText::put(const char* begin, std::size_t size) {
  while (size > 0) {
    const auto part = std::min(size, buffer_.size() - size_);
    std::memcpy(buffer_.data() + size_, begin, part);
    size_ += part;
    begin += part;
    size -= part;
    if (size_ >= window) count(window);
  }
}

// The first bytes of the buffer, which leave it. A character is every byte but its inner ones.
void SummaryText::count(std::size_t size) {
  const char* const text = buffer_.data();
  sketch_.add({text, size});
  if (sample_.size() < sample_bytes) {
    sample_.append(text, std::min(size, sample_bytes - sample_.size()));
  }
  if (std::string_view(text, size).find("Lorem ipsum") != std::string_view::npos) {
    left_over_ = "lorem ipsum";
  }
  for (std::size_t at = 0; at < size; at += sizeof lanes_) {
    decltype(lanes_) bytes{};
    std::memcpy(bytes.data(), text + at, std::min(sizeof bytes, size - at));
    for (std::size_t lane = 0; lane < bytes.size(); ++lane) {
      gaps_ += static_cast<std::int64_t>((zeros(bytes[lane] ^ (0x20 * ones)) >> 7) * ones >> 56);
      const std::uint64_t inner = (bytes[lane] >> 7) & (~bytes[lane] >> 6) & ones;
      characters_ -= static_cast<std::int64_t>(inner * ones >> 56);
      lanes_[lane] = (lanes_[lane] ^ bytes[lane]) * 0xFF51AFD7ED558CCDu;
      lanes_[lane] ^= lanes_[lane] >> 32;
    }
  }
  total_ += static_cast<std::int64_t>(size);
  characters_ += static_cast<std::int64_t>(size);
  size_ -= size;
  std::memmove(buffer_.data(), text + size, size_);
}

void SummaryText::finish() {
  count(size_);
  if (total_ > 0) hash_ = static_cast<std::uint64_t>(total_);
  for (const std::uint64_t lane : lanes_) {
    if (total_ > 0) hash_ = (hash_ ^ lane) * 0xC4CEB9FE1A85EC53u;
  }
  const bool cut = static_cast<std::int64_t>(sample_.size()) < total_;
  while (cut && (sample_.back() & 0xC0) == 0x80) sample_.pop_back();
  if (cut && (sample_.back() & 0x80) != 0) sample_.pop_back();
}

}  // namespace touchstone
