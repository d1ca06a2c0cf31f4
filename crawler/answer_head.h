#pragma once

// The head of an HTTP answer, collected line by line as libcurl hands it over. Interim answers
// (1xx) are forgotten when the next status line comes; trailers after the body are left out.

#include <cstddef>
#include <string>
#include <string_view>

#include "site/headers.h"

namespace touchstone {

class AnswerHead {
 public:
  static constexpr std::size_t max_bytes = 300 * 1024;  // over all lines, interim answers included

  // One line with or without its line end. False: over the limit, nothing more is taken.
  bool take(std::string_view line);

  // The final answer's status line and all its fields are there.
  bool complete() const { return complete_; }
  bool too_large() const { return bytes_ > max_bytes; }
  int status() const { return status_; }                             // 0: no status line yet
  const std::string& http_version() const { return http_version_; }  // "1.1", "2"
  const Headers& headers() const { return headers_; }

 private:
  void begin(std::string_view status_line);
  void end_field();

  std::size_t bytes_ = 0;
  bool complete_ = false;
  int status_ = 0;
  std::string http_version_;
  Headers headers_;
  std::string field_;  // the last one, as it may go on in a folded line
};

}  // namespace touchstone
