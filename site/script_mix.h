#pragma once

// Letters of several alphabets in one name, by which a name pretends to be another one.

#include <string_view>

namespace touchstone {

// At most what UTS 39 section 5.2 calls "Highly Restrictive": one script, or Latin with those of
// Chinese, Japanese or Korean.
bool is_highly_restrictive(std::string_view label);

}  // namespace touchstone
