#pragma once

// Answers and options that the tests of CurlNetwork use again and again.

#include <zlib.h>

#include <string>
#include <utility>

#include "crawler/local_server.h"
#include "crawler/options.h"

namespace touchstone {

inline ServedAnswer raw(std::string bytes) {
  return {.raw = std::move(bytes)};
}

// A server that answers everything the same way.
inline LocalServer::Handler always(ServedAnswer answer) {
  return [answer = std::move(answer)](const ServedRequest&) { return answer; };
}

inline std::string gzip(const std::string& bytes) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

inline CrawlOptions timeout(int ms) {
  CrawlOptions options;
  options.timeout = std::chrono::milliseconds(ms);
  return options;
}

}  // namespace touchstone
