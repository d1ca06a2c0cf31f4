#pragma once

// "tag=value; tag=value": the form of DKIM, DMARC, BIMI, MTA-STS and TLS-RPT records (RFC 6376
// section 3.2). Names and values are trimmed; names are compared as written.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace touchstone {

struct TagList {
  std::vector<std::pair<std::string, std::string>> tags;  // in order
  bool well_formed = true;  // every part is name=value, no name stands twice

  std::optional<std::string> value(std::string_view name) const;
  bool has(std::string_view name) const { return value(name).has_value(); }
};

// At most a hundred tags are read; more is not well formed.
TagList parse_tag_list(std::string_view text);

// The record's first tag is "v" with this value, as all five formats demand.
bool has_version(std::string_view record, std::string_view version);

}  // namespace touchstone
