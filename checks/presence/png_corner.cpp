#include "checks/presence/png_corner.h"

#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

namespace touchstone {

namespace {

constexpr std::uint8_t opaque = 255;

std::uint8_t byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint8_t>(bytes[at]);
}

std::size_t number_at(std::string_view bytes, std::size_t at) {
  return (std::size_t{byte_at(bytes, at)} << 24) | (std::size_t{byte_at(bytes, at + 1)} << 16) |
         (std::size_t{byte_at(bytes, at + 2)} << 8) | byte_at(bytes, at + 3);
}

struct Parts {
  int depth = 0, colour_type = 0;
  std::string_view transparency, pixels;  // tRNS; the first IDAT
};

// ISO/IEC 15948, section 5.3: length, type, that many bytes, checksum.
std::optional<Parts> parts_of(std::string_view png) {
  constexpr std::size_t most_chunks = 1'000, frame = 12;
  Parts parts;
  std::size_t at = 8;
  for (std::size_t i = 0; i < most_chunks && at + frame <= png.size(); ++i) {
    const std::size_t size = number_at(png, at);
    const std::string_view type = png.substr(at + 4, 4);
    if (size > png.size() - at - frame) return std::nullopt;
    const std::string_view inside = png.substr(at + 8, size);
    if (type == "IHDR" && size >= 13) {
      parts.depth = byte_at(inside, 8);
      parts.colour_type = byte_at(inside, 9);
    }
    if (type == "tRNS") parts.transparency = inside;
    if (type == "IDAT") {
      parts.pixels = inside;
      return parts;
    }
    at += frame + size;
  }
  return std::nullopt;
}

// The filter byte and the first pixel. Whatever the filter, the first pixel stands as it is: what
// would be added lies outside the picture (section 9.2).
std::string unpacked(std::string_view packed) {
  constexpr std::size_t wanted = 9, given = std::size_t{1} << 16;
  std::string out(wanted, '\0');
  z_stream stream{};
  if (inflateInit(&stream) != Z_OK) return {};
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(std::min(packed.size(), given));
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  inflate(&stream, Z_SYNC_FLUSH);  // what came before an error is as good
  out.resize(out.size() - stream.avail_out);
  inflateEnd(&stream);
  return out;
}

}  // namespace

bool has_clear_corner(std::string_view png) {
  constexpr int palette = 3, grey_alpha = 4, rgb_alpha = 6;
  const auto parts = parts_of(png);
  if (!parts) return false;
  const std::string pixel = unpacked(parts->pixels);
  const std::size_t samples = parts->depth == 16 ? 2 : 1;
  const auto is_clear = [&](std::size_t at) {
    return at < pixel.size() && byte_at(pixel, at) < opaque;
  };
  if (parts->colour_type == grey_alpha) return is_clear(1 + samples);
  if (parts->colour_type == rgb_alpha) return is_clear(1 + 3 * samples);
  const bool indexed = parts->colour_type == palette && parts->depth >= 1 && parts->depth <= 8;
  if (!indexed || pixel.size() < 2) return false;
  const std::size_t index = std::size_t{byte_at(pixel, 1)} >> (8 - parts->depth);
  return index < parts->transparency.size() && byte_at(parts->transparency, index) < opaque;
}

}  // namespace touchstone
