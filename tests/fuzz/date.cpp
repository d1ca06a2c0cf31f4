// Dates of HTTP, RFC 3339 and ISO 8601: what is read is written and read again as the same.

#include "site/iso_date.h"
#include "site/media_type.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace touchstone;
  using fuzz::hold;
  const auto text = fuzz::text_of(bytes, size);
  for (const auto& time : {parse_http_date(text), parse_rfc3339(text), parse_iso_date(text)}) {
    if (!time) continue;
    const auto whole = std::chrono::floor<std::chrono::seconds>(*time);
    // Readers of HTTP dates take no year before 1601.
    const bool told_by_http = whole >= std::chrono::sys_days(std::chrono::year(1601) / 1 / 1);
    hold(!told_by_http || parse_http_date(format_http_date(*time)) == whole,
         "an HTTP date's text is the date");
    hold(parse_rfc3339(format_rfc3339(*time)) == whole, "a date's text is the date");
    hold(parse_iso_date(format_rfc3339(*time)) == whole, "a date is one of ISO 8601");
  }
  return 0;
}
