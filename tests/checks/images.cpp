#include "tests/checks/images.h"

#include <zlib.h>

namespace touchstone::images {

namespace {

std::string chunk(const std::string& type, const std::string& content) {
  const std::string sum = type + content;
  const auto checksum =
      crc32(0, reinterpret_cast<const Bytef*>(sum.data()), static_cast<uInt>(sum.size()));
  return big(content.size(), 4) + sum + big(checksum, 4);
}

std::string bitmap(std::uint32_t width, std::uint32_t height) {
  return little(40, 4) + little(width, 4) + little(height, 4) + little(1, 2) + little(32, 2) +
         std::string(24, '\0') + std::string(16, 'x');
}

std::string riff(const std::string& type, const std::string& content) {
  const std::string body = "WEBP" + type + little(content.size(), 4) + content;
  return "RIFF" + little(body.size(), 4) + body;
}

std::string box(const std::string& type, const std::string& content) {
  return big(content.size() + 8, 4) + type + content;
}

}  // namespace

std::string little(std::uint64_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
  return out;
}

std::string big(std::uint64_t value, int bytes) {
  const std::string reversed = little(value, bytes);
  return {reversed.rbegin(), reversed.rend()};
}

std::string png(std::uint32_t width, std::uint32_t height) {
  return "\x89PNG\r\n\x1A\n" +
         chunk("IHDR", big(width, 4) + big(height, 4) + std::string("\x08\x06\0\0\0", 5)) +
         chunk("IDAT", "x") + chunk("IEND", "");
}

std::string gif(std::uint32_t width, std::uint32_t height) {
  return "GIF89a" + little(width, 2) + little(height, 2) + std::string("\x80\0\0", 3) +
         std::string(6, 'c') + std::string("\x21\xF9\x04\0\0\0\0\0", 8) + "," +
         std::string(8, '\0') + std::string("\0\x02\x02\x44\x01\0;", 7);
}

std::string jpeg(std::uint32_t width, std::uint32_t height) {
  return std::string("\xFF\xD8\xFF\xE0\0\x04xx\xFF\xC0\0\x0B\x08", 13) + big(height, 2) +
         big(width, 2) + std::string("\x01\x01\x11\0\xFF\xDA\0\x02pixels\xFF\xD9", 16);
}

std::string bmp(std::uint32_t width, std::uint32_t height) {
  const std::string content = bitmap(width, height);
  return "BM" + little(14 + content.size(), 4) + little(0, 4) + little(54, 4) + content;
}

std::string ico(const std::string& picture, std::uint32_t pictures) {
  std::string out = little(0, 2) + little(1, 2) + little(pictures, 2);
  for (std::uint32_t i = 0; i < pictures; ++i) {
    out += std::string(8, '\0') + little(picture.size(), 4) + little(6 + 16 * pictures, 4);
  }
  return out + picture;
}

std::string ico(std::uint32_t side) {
  return ico(bitmap(side, 2 * side));
}

std::string webp_lossy(std::uint32_t width, std::uint32_t height) {
  return riff("VP8 ", std::string("\0\0\0\x9D\x01\x2A", 6) + little(width, 2) + little(height, 2));
}

std::string webp_lossless(std::uint32_t width, std::uint32_t height) {
  return riff("VP8L", "\x2F" + little((width - 1) | (height - 1) << 14, 4));
}

std::string webp_extended(std::uint32_t width, std::uint32_t height) {
  return riff("VP8X", little(0x10, 4) + little(width - 1, 3) + little(height - 1, 3));
}

std::string avif(std::uint32_t width, std::uint32_t height) {
  const std::string size = box("ispe", little(0, 4) + big(width, 4) + big(height, 4));
  return box("ftyp", "mif1" + little(0, 4) + "mif1avif") +
         box("meta", little(0, 4) + box("iprp", box("ipco", size))) + box("mdat", "pixels");
}

std::string svg(const std::string& attributes, const std::string& content) {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" " + attributes + ">" + content + "</svg>";
}

}  // namespace touchstone::images
