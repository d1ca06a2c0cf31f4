#pragma once

// libcurl's error codes in the words of a Fault.

#include <string>

#include "site/fetch.h"

namespace touchstone {

struct CurlFailure {
  int code = 0;           // CURLcode, not CURLE_OK
  long os_error = 0;      // CURLINFO_OS_ERRNO
  bool answered = false;  // a status line had come
  std::string text;       // CURLOPT_ERRORBUFFER; may be empty
};

Fault fault_of(const CurlFailure& failure);

// The same text in one line, without control characters, cut at 300 bytes.
std::string one_line(std::string text);

}  // namespace touchstone
