#pragma once

#include "site/headers.h"

namespace touchstone {

// What we ask for, and libcurl undoes.
inline constexpr const char* accepted_codings = "gzip, deflate, br, zstd";

// The answer names codings, and none of them is one that libcurl undoes ("utf-8", "none"): a
// mistake of the server. Browsers show such a body as it came.
bool only_unknown_codings(const Headers& headers);

}  // namespace touchstone
