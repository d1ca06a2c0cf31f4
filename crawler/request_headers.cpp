#include "crawler/request_headers.h"

#include <algorithm>
#include <stdexcept>

#include "crawler/ascii.h"
#include "site/public_suffix.h"
#include "site/version.h"

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

// Pages first, as a browser asks when a customer types an address.
constexpr const char* accept =
    "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

bool is_accept(const std::string& line) {
  return ascii_lower(line).starts_with("accept:");
}

}  // namespace

std::string user_agent(const std::string& chosen) {
  if (!chosen.empty()) return chosen;
  return "touchstone/" + std::string(version()) +
         " (+https://github.com/touchstone-audit/touchstone)";
}

RequestHeaders::RequestHeaders(const std::vector<std::pair<std::string, std::string>>& fields,
                               const Url& start)
    : host_(start.host()) {
  for (const auto& [name, value] : fields) {
    if (!is_field(name, value)) throw std::runtime_error("--header " + name + ": no header field");
    // libcurl reads "Name:" as the wish to leave it out, "Name;" as an empty value.
    lines_.push_back(value.empty() ? name + ";" : name + ": " + value);
  }
}

std::vector<std::string> RequestHeaders::lines_for(
    const Url& url, const std::vector<std::pair<std::string, std::string>>& own) const {
  std::vector<std::string> lines;
  if (same_company_host(url.host(), host_)) lines = lines_;
  for (const auto& [name, value] : own)
    if (is_field(name, value)) lines.push_back(name + ": " + value);
  if (std::none_of(lines.begin(), lines.end(), is_accept)) lines.push_back(accept);
  return lines;
}

}  // namespace touchstone
