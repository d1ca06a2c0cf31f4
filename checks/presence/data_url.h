#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace touchstone {

// The bytes that a data: URL carries (Fetch Standard, "data: URL processor"). Absent when the text
// is no data: URL or its base64 is damaged.
std::optional<std::string> data_url_bytes(std::string_view url);

}  // namespace touchstone
