#pragma once

// Marks as bytes: small, because a line of scores reads those of every audit. Touchpoints are
// numbers from the file's own table.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "history/inspection_form.h"
#include "history/store.h"

namespace touchstone {

std::string pack_marks(const Marks& marks, Time taken,
                       const std::function<std::int64_t(const std::string&)>& number_of);

// Throws FormError.
std::vector<TouchpointMark> unpack_marks(
    std::string_view bytes, Time taken,
    const std::function<const std::string&(std::int64_t)>& name_of);

}  // namespace touchstone
