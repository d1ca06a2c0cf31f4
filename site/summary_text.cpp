#include "site/summary_text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstring>

#include "site/character_references.h"

namespace touchstone {

namespace {

enum class Kind : std::uint8_t { plain, space, perhaps_space, reference };

// White space beside that of ASCII begins with one of four bytes in UTF-8.
constexpr auto kinds = [] {
  std::array<Kind, 256> filled{};
  for (const int c : {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20}) filled[c] = Kind::space;
  for (const int c : {0xC2, 0xE1, 0xE2, 0xE3}) filled[c] = Kind::perhaps_space;
  filled['&'] = Kind::reference;
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
    const Kind kind = kind_of(*begin);
    if (kind == Kind::space) {
      pending_ = true;
      ++begin;
      continue;
    }
    if (kind == Kind::perhaps_space) {
      if (const auto size = space_size(begin, end)) {
        pending_ = true;
        begin += size;
        continue;
      }
    }
    if (pending_ && total_ > 0) put(" ", 1);
    words_ += pending_ || total_ == 0;
    pending_ = false;
    const char* last = begin + 1;
    while (last < end && (kind_of(*last) == Kind::plain || kind_of(*last) == Kind::reference)) {
      ++last;
    }
    put(begin, static_cast<std::size_t>(last - begin));
    begin = last;
  }
}

void SummaryText::put(const char* begin, std::size_t size) {
  total_ += static_cast<std::int64_t>(size);
  while (size > buffer_.size() - size_) {
    const auto room = buffer_.size() - size_;
    std::memcpy(buffer_.data() + size_, begin, room);
    size_ += room;
    flush();
    begin += room;
    size -= room;
  }
  std::memcpy(buffer_.data() + size_, begin, size);
  size_ += size;
}

void SummaryText::flush() {
  const char* const data = buffer_.data();
  characters_ +=
      std::count_if(data, data + size_, [](char c) { return static_cast<signed char>(c) > -65; });
  if (sample_.size() < sample_bytes) {
    sample_.append(data, std::min(size_, sample_bytes - sample_.size()));
  }
  constexpr std::uint64_t factor = 0xFF51AFD7ED558CCDu;
  for (std::size_t at = 0; at < size_; at += sizeof(std::uint64_t)) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, data + at, std::min(sizeof eight, size_ - at));
    hash_ = (hash_ ^ eight) * factor;
    hash_ ^= hash_ >> 32;
  }
  size_ = 0;
}

void SummaryText::finish() {
  flush();
  hash_ = (hash_ ^ static_cast<std::uint64_t>(total_)) * 0xC4CEB9FE1A85EC53u;
  hash_ ^= hash_ >> 29;
  while (!sample_.empty() && static_cast<std::int64_t>(sample_.size()) < total_ &&
         (sample_.back() & 0xC0) == 0x80) {
    sample_.pop_back();
  }
  if (static_cast<std::int64_t>(sample_.size()) < total_ && !sample_.empty() &&
      (sample_.back() & 0x80) != 0) {
    sample_.pop_back();
  }
}

}  // namespace touchstone
