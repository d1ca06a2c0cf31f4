#include "checks/presence/image.h"

#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <optional>

#include "checks/presence/svg.h"

namespace touchstone {

namespace {

// Reads numbers at an offset; beyond the end everything is 0 and `inside` says so.
struct Bytes {
  std::string_view all;

  bool inside(std::size_t at, std::size_t length) const {
    return at <= all.size() && length <= all.size() - at;
  }
  std::uint32_t at(std::size_t i) const {
    return i < all.size() ? static_cast<unsigned char>(all[i]) : 0U;
  }
  std::uint32_t little16(std::size_t i) const { return at(i) | at(i + 1) << 8; }
  std::uint32_t little24(std::size_t i) const { return little16(i) | at(i + 2) << 16; }
  std::uint32_t little32(std::size_t i) const { return little16(i) | little16(i + 2) << 16; }
  std::uint32_t big16(std::size_t i) const { return at(i) << 8 | at(i + 1); }
  std::uint32_t big32(std::size_t i) const { return big16(i) << 16 | big16(i + 2); }
  bool has(std::size_t i, std::string_view magic) const {
    return inside(i, magic.size()) && all.substr(i, magic.size()) == magic;
  }
};

Image sized(std::string_view format, std::uint32_t width, std::uint32_t height, bool whole) {
  constexpr std::uint32_t largest = 1U << 24;  // more is a lie, whatever the format allows
  Image image{format};
  if (width == 0 || height == 0 || width > largest || height > largest) return image;
  image.width = static_cast<int>(width);
  image.height = static_cast<int>(height);
  image.decodes = whole;
  return image;
}

// PNG (third edition) sections 5 and 11.2: IHDR first with its checksum, then pixels up to IEND.
Image read_png(Bytes bytes) {
  constexpr std::size_t header = 8;
  const bool sound = bytes.big32(header) == 13 && bytes.has(header + 4, "IHDR") &&
                     bytes.inside(header, 25) &&
                     crc32(0, reinterpret_cast<const Bytef*>(bytes.all.data()) + header + 4, 17) ==
                         bytes.big32(header + 21);
  if (!sound) return {"png"};
  bool pixels = false, end = false;
  for (std::size_t at = header; !end && bytes.inside(at, 12);) {
    const std::size_t length = bytes.big32(at);
    if (!bytes.inside(at + 12, length)) break;
    pixels = pixels || bytes.has(at + 4, "IDAT");
    end = bytes.has(at + 4, "IEND");
    at += 12 + length;
  }
  return sized("png", bytes.big32(16), bytes.big32(20), pixels && end);
}

// Past the sub-blocks that begin here; absent when the file ends first (GIF89a section 15).
std::optional<std::size_t> after_sub_blocks(Bytes bytes, std::size_t at) {
  while (bytes.inside(at, 1)) {
    const std::size_t length = bytes.at(at);
    if (length == 0) return at + 1;
    at += 1 + length;
  }
  return std::nullopt;
}

std::size_t colour_table(std::uint32_t flags) {
  return (flags & 0x80) != 0 ? std::size_t{3} << ((flags & 7) + 1) : 0;
}

// Whole when one picture is; what follows it may be missing, as browsers show it all the same.
Image read_gif(Bytes bytes) {
  bool whole = false;
  std::optional<std::size_t> at = 13 + colour_table(bytes.at(10));
  while (at && !whole && bytes.inside(*at, 1)) {
    const std::uint32_t block = bytes.at(*at);
    if (block == 0x21) {
      at = after_sub_blocks(bytes, *at + 2);
    } else if (block == 0x2C) {
      at = after_sub_blocks(bytes, *at + 10 + colour_table(bytes.at(*at + 9)) + 1);
      whole = at.has_value();
    } else {
      break;
    }
  }
  return sized("gif", bytes.little16(6), bytes.little16(8), whole);
}

bool is_frame_header(std::uint32_t marker) {  // SOF0 to SOF15 but DHT, JPG and DAC (ITU T.81 B.1)
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

Image read_jpeg(Bytes bytes) {
  for (std::size_t at = 2; bytes.inside(at, 4);) {
    if (bytes.at(at) != 0xFF) break;
    const std::uint32_t marker = bytes.at(at + 1);
    if (marker == 0xFF) {  // fill bytes
      ++at;
    } else if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7)) {  // stand alone
      at += 2;
    } else if (is_frame_header(marker)) {
      const bool whole = bytes.all.find("\xFF\xD9", at) != std::string_view::npos;
      return sized("jpeg", bytes.big16(at + 7), bytes.big16(at + 5), whole);
    } else {
      at += 2 + std::max<std::size_t>(bytes.big16(at + 2), 2);
    }
  }
  return {"jpeg"};
}

// A BITMAPINFOHEADER or its older and younger kin; the height may be negative (top down).
std::optional<std::pair<std::uint32_t, std::uint32_t>> bitmap_size(Bytes bytes, std::size_t at) {
  const std::uint32_t header = bytes.little32(at);
  if (!bytes.inside(at, header)) return std::nullopt;
  if (header == 12) return std::pair(bytes.little16(at + 4), bytes.little16(at + 6));
  if (header < 40 || header > 124) return std::nullopt;
  const std::uint32_t height = bytes.little32(at + 8);
  return std::pair(bytes.little32(at + 4), (height >> 31) != 0 ? 0U - height : height);
}

Image read_bmp(Bytes bytes) {
  const auto size = bitmap_size(bytes, 14);
  if (!size) return {"bmp"};
  const bool whole = bytes.inside(bytes.little32(10), 1) && bytes.inside(0, bytes.little32(2));
  return sized("bmp", size->first, size->second, whole);
}

// One picture of an ICO: a PNG, or a bitmap whose height counts its mask too.
Image read_icon_entry(Bytes bytes, std::size_t entry) {
  const std::size_t length = bytes.little32(entry + 8), offset = bytes.little32(entry + 12);
  if (length == 0 || !bytes.inside(offset, length)) return {"ico"};
  const Bytes picture{bytes.all.substr(offset, length)};
  if (picture.has(0, "\x89PNG\r\n\x1A\n")) return read_png(picture);
  const auto size = bitmap_size(picture, 0);
  return size ? sized("ico", size->first, size->second / 2, true) : Image{"ico"};
}

Image read_ico(Bytes bytes) {
  constexpr std::size_t most = 64;  // entries may lie upon each other: more would be quadratic
  const std::size_t count = bytes.little16(4);
  Image largest{"ico"};
  bool whole = count > 0 && count <= most && bytes.inside(6, 16 * count);
  for (std::size_t i = 0; whole && i < count; ++i) {
    const Image entry = read_icon_entry(bytes, 6 + 16 * i);
    whole = entry.decodes;
    if (entry.width > largest.width) {
      largest.width = entry.width;
      largest.height = entry.height;
    }
  }
  largest.decodes = whole;
  return largest;
}

// RFC 9649 sections 2.4 to 2.7.
Image read_webp(Bytes bytes) {
  const bool whole = bytes.inside(8, bytes.little32(4));
  if (bytes.has(12, "VP8X")) {
    return sized("webp", bytes.little24(24) + 1, bytes.little24(27) + 1,
                 whole && bytes.inside(20, 10));
  }
  if (bytes.has(12, "VP8L") && bytes.at(20) == 0x2F) {
    const std::uint32_t bits = bytes.little32(21);
    return sized("webp", (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1, whole);
  }
  if (bytes.has(12, "VP8 ") && bytes.has(23, "\x9D\x01\x2A")) {
    return sized("webp", bytes.little16(26) & 0x3FFF, bytes.little16(28) & 0x3FFF, whole);
  }
  return {"webp"};
}

struct Box {
  std::size_t begin = 0, end = 0;  // of its content
  std::string_view type;
};

// The ISO BMFF box at an offset; absent when it does not fit before `limit` (ISO 14496-12, 4.2).
std::optional<Box> box_at(Bytes bytes, std::size_t at, std::size_t limit) {
  if (at > limit || limit - at < 8) return std::nullopt;
  std::uint64_t length = bytes.big32(at);
  std::size_t header = 8;
  if (length == 1 && limit - at >= 16) {
    length = std::uint64_t{bytes.big32(at + 8)} << 32 | bytes.big32(at + 12);
    header = 16;
  } else if (length == 0) {
    length = limit - at;
  }
  if (length < header || length > limit - at) return std::nullopt;
  return Box{at + header, at + static_cast<std::size_t>(length), bytes.all.substr(at + 4, 4)};
}

std::optional<Box> find_box(Bytes bytes, std::size_t begin, std::size_t end,
                            std::string_view type) {
  for (auto box = box_at(bytes, begin, end); box; box = box_at(bytes, box->end, end)) {
    if (box->type == type) return box;
  }
  return std::nullopt;
}

// The size is the largest `ispe` property below meta, iprp, ipco (ISO 23008-12, 6.5.3).
Image read_avif(Bytes bytes) {
  std::size_t end = 0;
  for (auto box = box_at(bytes, 0, bytes.all.size()); box;
       box = box_at(bytes, end, bytes.all.size())) {
    end = box->end;
  }
  const auto meta = find_box(bytes, 0, bytes.all.size(), "meta");
  const auto properties = meta ? find_box(bytes, meta->begin + 4, meta->end, "iprp") : std::nullopt;
  const auto container =
      properties ? find_box(bytes, properties->begin, properties->end, "ipco") : std::nullopt;
  std::uint32_t width = 0, height = 0;
  if (container) {
    for (auto box = find_box(bytes, container->begin, container->end, "ispe"); box;
         box = find_box(bytes, box->end, container->end, "ispe")) {
      width = std::max(width, bytes.big32(box->begin + 4));
      height = std::max(height, bytes.big32(box->begin + 8));
    }
  }
  return sized("avif", width, height, end == bytes.all.size());
}

bool is_avif(Bytes bytes) {
  const auto type = box_at(bytes, 0, bytes.all.size());
  if (!type || type->type != "ftyp") return false;
  for (std::size_t at = type->begin; at + 4 <= type->end; at += 4) {
    if (bytes.has(at, "avif") || bytes.has(at, "avis")) return true;
  }
  return false;
}

}  // namespace

Image read_image(std::string_view all) {
  const Bytes bytes{all};
  if (bytes.has(0, "\x89PNG\r\n\x1A\n")) return read_png(bytes);
  if (bytes.has(0, "GIF87a") || bytes.has(0, "GIF89a")) return read_gif(bytes);
  if (bytes.has(0, "\xFF\xD8\xFF")) return read_jpeg(bytes);
  if (bytes.has(0, "BM") && bytes.little32(14) <= 124) return read_bmp(bytes);
  if (bytes.has(0, std::string_view("\0\0\1\0", 4))) return read_ico(bytes);
  if (bytes.has(0, "RIFF") && bytes.has(8, "WEBP")) return read_webp(bytes);
  if (is_avif(bytes)) return read_avif(bytes);
  return read_svg(all);
}

}  // namespace touchstone
