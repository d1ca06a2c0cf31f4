#pragma once

// What libcurl has noted of an exchange that it ended. `easy` is its CURL*.

#include <chrono>
#include <cstdint>
#include <string>

#include "site/fetch.h"

namespace touchstone {

// Our own look-up took `name_lookup`: every time that libcurl counts begins so much earlier. Those
// of making a connection stay 0 where one was used again.
Timing timing_of(void* easy, std::chrono::microseconds name_lookup);

std::int64_t wire_bytes_of(void* easy);  // of the body, before it was decoded

std::string cookies_of(void* easy);  // one line each, in libcurl's order

}  // namespace touchstone
