#pragma once

// The address that a page names as its own (RFC 6596): in its Link field, else in its head.

#include <optional>

#include "checks/fact.h"
#include "site/page.h"

namespace touchstone {

struct Canonical {
  std::optional<Url> url;  // absent: what is named is no address
  Evidence evidence;
};

// The first that the page names; absent where it names none.
std::optional<Canonical> canonical_on(const Page& page);

}  // namespace touchstone
