#pragma once

// Content-Type values by the WHATWG MIME Sniffing Standard, Link fields by RFC 8288, dates by
// RFC 9110 section 5.6.7.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "site/fetch.h"

namespace touchstone {

struct MediaType {
  std::string essence;                                          // "text/html", lower case
  std::vector<std::pair<std::string, std::string>> parameters;  // names lower case, first wins

  std::optional<std::string_view> parameter(std::string_view name) const;
  std::string serialized() const;  // as the standard serialises it
};
std::optional<MediaType> parse_media_type(std::string_view text);

struct LinkField {
  std::string target;                                           // between < and >, unresolved
  std::vector<std::pair<std::string, std::string>> parameters;  // names lower case, in order
  bool has_rel(std::string_view rel) const;                     // one of rel's words, any case
};
std::vector<LinkField> parse_link_header(std::string_view value);

// An HTTP date in any of the three forms, and what servers send in their place (see the tests).
std::optional<Time> parse_http_date(std::string_view text);

// "Tue, 15 Nov 1994 08:12:31 GMT"
std::string format_http_date(Time time);
// "1994-11-15T08:12:31Z" (RFC 3339, UTC, whole seconds)
std::string format_rfc3339(Time time);
std::optional<Time> parse_rfc3339(std::string_view text);
// The time where its year in UTC has four digits, as all these forms write it: a zone may lead out
// of the years 0 to 9999.
std::optional<Time> within_written_years(Time time);

}  // namespace touchstone
