#include "tests/hostile/bombs.h"

#include "tests/crawler/served.h"

namespace touchstone {

std::string gzip_bomb(std::size_t mebibytes) {
  return gzip("<!doctype html><title>Boom</title>" + std::string(mebibytes << 20, ' '));
}

// Blocks that repeat one byte, RFC 8878 section 3.1.1.2.
std::string zstd_bomb() {
  constexpr int blocks = 400;
  std::string frame("\x28\xb5\x2f\xfd\x00\x50", 6);
  for (int i = 0; i < blocks; ++i) {
    const unsigned header = (128u << 10) << 3 | 1u << 1 | (i == blocks - 1 ? 1u : 0u);
    for (const int shift : {0, 8, 16}) frame += static_cast<char>(header >> shift & 0xff);
    frame += ' ';
  }
  return frame;
}

std::string brotli_bomb() {
  static constexpr char bytes[] =
      "\xcf\xff\xff\x7f\xf8\xa5\x41\x84\xda\xde\x74\x21\xc2\x88\xf3\x98\x46\x00\x03\x15\x16\x62\x52"
      "\xf9\x8d\xff\xcb\xfb\x7f\xe0\xff\xff\x3f\xfc\x12\x00\x71\x58\x00\xa0\x7b\xff\xcf\xff\xff\x7f"
      "\xf8\x25\x00\xe2\xb0\x08\x40\xf7\xfe\x3f\xff\xff\x7f\xf1\x4b\x00\xc4\x61\x01\x80\xee\xfd"
      "\x2f";
  return {bytes, sizeof bytes - 1};
}

std::string stars(int rules) {
  std::string text = "user-agent: *\n";
  for (int i = 0; i < rules; ++i) text += "disallow:/*e*m*" + std::to_string(i) + "$\n";
  return text;
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  all.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace touchstone
