#pragma once

// What the bytes of an image say about it, read from its header
// alone: nothing is decompressed, no length in the file is trusted, and the cost is linear in the
// bytes at worst.

#include <string_view>

namespace touchstone {

struct Image {
  std::string_view
      format;  // "png", "gif", "jpeg", "bmp", "ico", "webp", "avif", "svg"; empty: none
  // Pixels, of the largest picture in an ICO; for SVG the proportions of its box. 0: unknown.
  int width = 0, height = 0;
  bool decodes = false;    // the header is sound and the file is not cut short
  bool dark_mode = false;  // an SVG that adapts by prefers-color-scheme
  bool glyph = false;      // an SVG that is one written sign, as emoji icons are
};

Image read_image(std::string_view bytes);

}  // namespace touchstone
