#include "checks/presence/image.h"

#include <catch2/catch.hpp>

#include "tests/checks/images.h"

using namespace touchstone;
using namespace std::string_literals;

namespace {

struct Row {
  std::string name, bytes, format;
  int width, height;
  bool decodes;
};

std::string without_last(std::string bytes, std::size_t count) {
  bytes.resize(bytes.size() - count);
  return bytes;
}

std::string with_byte(std::string bytes, std::size_t at, char value) {
  bytes[at] = value;
  return bytes;
}

}  // namespace

TEST_CASE("an image is known by its bytes") {
  const Row rows[] = {
      {"PNG", images::png(180, 90), "png", 180, 90, true},
      {"PNG with a wrong checksum", with_byte(images::png(180, 180), 17, 'x'), "png", 0, 0, false},
      {"PNG without its end", without_last(images::png(32, 32), 12), "png", 32, 32, false},
      {"PNG of no width", images::png(0, 32), "png", 0, 0, false},
      {"the signature of a PNG alone", "\x89PNG\r\n\x1A\n", "png", 0, 0, false},
      {"GIF", images::gif(16, 15), "gif", 16, 15, true},
      {"GIF cut in its picture", without_last(images::gif(16, 16), 3), "gif", 16, 16, false},
      {"GIF without trailer", without_last(images::gif(16, 16), 1), "gif", 16, 16, true},
      {"JPEG", images::jpeg(640, 480), "jpeg", 640, 480, true},
      {"JPEG without its end", without_last(images::jpeg(640, 480), 2), "jpeg", 640, 480, false},
      {"JPEG of markers only", "\xFF\xD8\xFF\xFF\xFF\xFF", "jpeg", 0, 0, false},
      {"BMP", images::bmp(48, 48), "bmp", 48, 48, true},
      {"BMP from the top down", images::bmp(48, 0U - 48), "bmp", 48, 48, true},
      {"BMP cut short", without_last(images::bmp(48, 48), 4), "bmp", 48, 48, false},
      {"ICO with a bitmap", images::ico(32), "ico", 32, 32, true},
      {"ICO with a PNG", images::ico(images::png(256, 256)), "ico", 256, 256, true},
      {"ICO with two pictures", images::ico(images::png(48, 48), 2), "ico", 48, 48, true},
      {"ICO whose picture lies outside", without_last(images::ico(32), 1), "ico", 0, 0, false},
      {"ICO with a cut PNG", images::ico(without_last(images::png(32, 32), 12)), "ico", 32, 32,
       false},
      {"ICO of nothing", "\0\0\1\0\0\0"s, "ico", 0, 0, false},
      {"ICO that claims 65,535 pictures", "\0\0\1\0\xFF\xFF"s, "ico", 0, 0, false},
      {"WebP, lossy", images::webp_lossy(300, 200), "webp", 300, 200, true},
      {"WebP, lossless", images::webp_lossless(300, 200), "webp", 300, 200, true},
      {"WebP, extended", images::webp_extended(300, 200), "webp", 300, 200, true},
      {"WebP cut short", without_last(images::webp_lossy(300, 200), 1), "webp", 300, 200, false},
      {"AVIF", images::avif(64, 60), "avif", 64, 60, true},
      {"AVIF cut short", without_last(images::avif(64, 64), 2), "avif", 64, 64, false},
      {"AVIF without a size", without_last(images::avif(64, 64), 60), "avif", 0, 0, false},
      {"SVG", images::svg(), "svg", 32, 32, true},
      {"SVG by width and height", images::svg("width='24px' height='12'"), "svg", 24, 12, true},
      {"SVG by its box when the width is a share",
       images::svg("width='100%' height='100%' viewBox='0 0 20.4 10'"), "svg", 20, 10, true},
      {"SVG after a prolog",
       "\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- a > b -->"
       "<!DOCTYPE svg PUBLIC 'x' 'y' [<!ENTITY ns 'z'>]>\n" +
           images::svg(),
       "svg", 32, 32, true},
      {"SVG with a prefix",
       "<s:svg xmlns:s=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"></s:svg>", "svg", 8, 8,
       true},
      {"SVG without its namespace", "<svg viewBox=\"0 0 8 8\"></svg>", "svg", 8, 8, false},
      {"SVG of no size", images::svg(""), "svg", 0, 0, false},
      {"SVG cut short", without_last(images::svg(), 6), "svg", 32, 32, false},
      {"SVG whose tag never ends", "<svg viewBox='0 0 8 8", "", 0, 0, false},
      {"HTML", "<!DOCTYPE html><html><body><svg viewBox='0 0 8 8'></svg></body></html>", "", 0, 0,
       false},
      {"text", "Not found", "", 0, 0, false},
      {"nothing", "", "", 0, 0, false},
  };
  for (const auto& row : rows) {
    INFO(row.name);
    const Image image = read_image(row.bytes);
    CHECK(image.format == row.format);
    CHECK(image.width == row.width);
    CHECK(image.height == row.height);
    CHECK(image.decodes == row.decodes);
  }
}

TEST_CASE("no cut and no changed byte of an image leads outside its bytes") {
  const std::string all[] = {images::png(4, 4),
                             images::gif(4, 4),
                             images::jpeg(4, 4),
                             images::bmp(4, 4),
                             images::ico(16),
                             images::ico(images::png(4, 4), 3),
                             images::webp_lossy(4, 4),
                             images::webp_lossless(4, 4),
                             images::webp_extended(4, 4),
                             images::avif(4, 4),
                             images::svg()};
  for (const auto& bytes : all) {
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      read_image(std::string(bytes, 0, i));
      for (const char value : {'\0', '\x7F', '\xFF'}) read_image(with_byte(bytes, i, value));
    }
  }
}

TEST_CASE("an SVG tells whether it adapts to the dark and whether it is one sign") {
  CHECK(read_image(images::svg("viewBox='0 0 8 8'",
                               "<style>@media (prefers-color-scheme: dark){}</style>"))
            .dark_mode);
  CHECK_FALSE(read_image(images::svg()).dark_mode);
  CHECK(read_image(images::svg("viewBox='0 0 100 100'", "<text y='.9em'>🥐</text>")).glyph);
  CHECK_FALSE(read_image(images::svg("viewBox='0 0 9 9'", "<text>Brot</text>")).glyph);
  CHECK_FALSE(read_image(images::svg("viewBox='0 0 9 9'", "<text>a</text><text>b</text>")).glyph);
}
