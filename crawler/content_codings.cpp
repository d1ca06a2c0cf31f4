#include "crawler/content_codings.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "crawler/ascii.h"

namespace touchstone {

namespace {

// RFC 9110 section 8.4.1, RFC 7932, RFC 8878.
constexpr std::array<std::string_view, 6> known{"gzip", "x-gzip", "deflate",
                                                "br",   "zstd",   "identity"};

bool is_known(std::string_view coding) {
  while (!coding.empty() && coding.front() == ' ') coding.remove_prefix(1);
  while (!coding.empty() && coding.back() == ' ') coding.remove_suffix(1);
  return std::find(known.begin(), known.end(), ascii_lower(coding)) != known.end();
}

bool any_known(std::string_view list) {
  for (;;) {
    const auto comma = list.find(',');
    if (is_known(list.substr(0, comma))) return true;
    if (comma == std::string_view::npos) return false;
    list.remove_prefix(comma + 1);
  }
}

}  // namespace

bool only_unknown_codings(const Headers& headers) {
  const auto fields = headers.all("content-encoding");
  return !fields.empty() && std::none_of(fields.begin(), fields.end(), any_known);
}

}  // namespace touchstone
