#pragma once

// How we introduce ourselves, and the header fields that the user adds. The latter may carry
// secrets, so they go to the company's own hosts alone.

#include <string>
#include <utility>
#include <vector>

#include "site/url.h"

namespace touchstone {

// "touchstone/0.1.0 (+https://...)", unless the user chose another.
std::string user_agent(const std::string& chosen);

class RequestHeaders {
 public:
  // Throws std::runtime_error when a field is none (RFC 9110 section 5).
  RequestHeaders(const std::vector<std::pair<std::string, std::string>>& fields, const Url& start);

  // "Name: value". `own`: of this request alone; a value cannot break out of its line.
  std::vector<std::string> lines_for(
      const Url& url, const std::vector<std::pair<std::string, std::string>>& own = {}) const;

 private:
  std::vector<std::string> lines_;
  std::string host_;  // of the start
};

}  // namespace touchstone
