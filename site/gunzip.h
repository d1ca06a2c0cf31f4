#pragma once

// gzip (RFC 1952) or zlib's own form (RFC 1950) piece by piece, so that a small file that unpacks
// to a huge one costs no memory.

#include <functional>
#include <string_view>

namespace touchstone {

inline bool is_gzip(std::string_view bytes) {
  return bytes.starts_with("\x1f\x8b");
}

// Hands out the unpacked bytes of all members until `take` returns false. False: the file is
// damaged; what came before was handed out.
bool gunzip(std::string_view bytes, const std::function<bool(std::string_view)>& take);

}  // namespace touchstone
