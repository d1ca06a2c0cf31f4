#pragma once

// What libcurl has noted of an exchange that it ended, in our words. `easy` is its CURL*.

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

struct CurlFailure {
  int code = 0;           // CURLcode, not CURLE_OK
  long os_error = 0;      // CURLINFO_OS_ERRNO
  bool answered = false;  // a status line had come
  std::string text;       // CURLOPT_ERRORBUFFER; may be empty
};

// libcurl's error codes in the words of a Fault.
Fault fault_of(const CurlFailure& failure);

// The same text in one line, without control characters, cut at 300 bytes.
std::string one_line(std::string text);

}  // namespace touchstone
