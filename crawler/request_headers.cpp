#include "crawler/request_headers.h"

#include <algorithm>
#include <stdexcept>

#include "site/public_suffix.h"

namespace touchstone {

namespace {

bool is_token_character(char c) {  // RFC 9110 section 5.6.2
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool is_field(const std::string& name, const std::string& value) {
  return !name.empty() && std::all_of(name.begin(), name.end(), is_token_character) &&
         value.find_first_of(std::string("\r\n\0", 3)) == std::string::npos;
}

}  // namespace

RequestHeaders::RequestHeaders(const std::vector<std::pair<std::string, std::string>>& fields,
                               const Url& start)
    : host_(start.host()) {
  for (const auto& [name, value] : fields) {
    if (!is_field(name, value)) throw std::runtime_error("--header " + name + ": no header field");
    // libcurl reads "Name:" as the wish to leave it out, "Name;" as an empty value.
    lines_.push_back(value.empty() ? name + ";" : name + ": " + value);
  }
}

std::vector<std::string> RequestHeaders::lines_for(const Url& url) const {
  return same_company_host(url.host(), host_) ? lines_ : std::vector<std::string>{};
}

}  // namespace touchstone
