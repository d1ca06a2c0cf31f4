#pragma once

// An HTTP answer as it stands in a file: head and body, with transfer and content codings to undo.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "site/headers.h"

namespace touchstone {

struct HttpMessage {
  int status = 0;
  std::string http_version;  // "1.1"
  Headers headers;
  std::string body;     // codings undone, at most the limit
  bool whole = true;    // false: cut by the limit, shorter than said, or damaged
  bool decoded = true;  // false: in a coding that the program cannot undo; no body then
  std::int64_t wire_bytes = 0;
};

// Absent when no status line begins it.
std::optional<HttpMessage> parse_http_message(std::string_view bytes, std::size_t body_limit);

}  // namespace touchstone
