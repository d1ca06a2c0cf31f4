#pragma once

// What a registry says of a domain in RDAP (RFC 9083).

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "site/fetch.h"

namespace touchstone {

struct Registration {
  std::optional<Time> expires;        // absent: the registry does not say
  std::vector<std::string> statuses;  // lower case, as RFC 8056 writes them: "client hold"
  bool has_status(std::string_view status) const;
};

// Absent when the answer is no RDAP object of a domain (section 5.3).
std::optional<Registration> read_registration(std::string_view json);

}  // namespace touchstone
