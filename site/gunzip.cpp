#include "site/gunzip.h"

#include <zlib.h>

#include <array>
#include <memory>

namespace touchstone {

bool gunzip(std::string_view bytes, const std::function<bool(std::string_view)>& take) {
  z_stream stream{};
  constexpr int either_form = 32 + MAX_WBITS;
  if (inflateInit2(&stream, either_form) != Z_OK) return false;
  const std::unique_ptr<z_stream, int (*)(z_stream*)> owner(&stream, inflateEnd);
  // zlib takes its input as non-const and does not write to it.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::array<char, 64u << 10> piece{};
  for (;;) {
    stream.next_out = reinterpret_cast<Bytef*>(piece.data());
    stream.avail_out = static_cast<uInt>(piece.size());
    const int result = inflate(&stream, Z_NO_FLUSH);
    const std::string_view unpacked(piece.data(), piece.size() - stream.avail_out);
    if (!unpacked.empty() && !take(unpacked)) return true;
    if (result == Z_STREAM_END) {
      if (stream.avail_in == 0) return true;
      if (inflateReset(&stream) != Z_OK) return false;
    } else if (result != Z_OK) {
      return false;
    }
  }
}

}  // namespace touchstone
