#include "site/percent.h"

namespace touchstone {

bool must_encode(unsigned char byte, EncodeSet set) {
  if (byte <= 0x20 || byte > 0x7e) return true;
  constexpr std::string_view fragment = "\"<>`", special_query = "\"#<>'", path = "\"#<>?^`{}",
                             userinfo = "\"#<>?^`{}/:;=@[\\]|";
  std::string_view more = fragment;
  if (set == EncodeSet::special_query) more = special_query;
  if (set == EncodeSet::path) more = path;
  if (set == EncodeSet::userinfo) more = userinfo;
  return more.find(static_cast<char>(byte)) != more.npos;
}

void append_encoded(std::string& out, std::string_view text, EncodeSet set) {
  constexpr char digits[] = "0123456789ABCDEF";
  for (char c : text) {
    auto byte = static_cast<unsigned char>(c);
    if (must_encode(byte, set)) {
      out += '%';
      out += digits[byte >> 4];
      out += digits[byte & 15];
    } else {
      out += c;
    }
  }
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string percent_decode(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      const int high = hex_digit(text[i + 1]), low = hex_digit(text[i + 2]);
      if (high >= 0 && low >= 0) {
        out += static_cast<char>(high * 16 + low);
        i += 2;
        continue;
      }
    }
    out += text[i];
  }
  return out;
}

}  // namespace touchstone
