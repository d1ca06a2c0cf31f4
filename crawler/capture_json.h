#pragma once

// Values of a Recording as JSON and back, as the metadata records of a capture hold them. Texts of
// the network may be any bytes; what is no UTF-8 is written {"latin1": "..."}, a code point a byte.

#include <nlohmann/json.hpp>

#include "site/site.h"

namespace touchstone {

using Json = nlohmann::ordered_json;

inline constexpr std::string_view capture_format = "touchstone-capture/1";

// All that a visit is but the bytes of its body.
Json json_of(const Visit& visit);
// All that a recording is but its visits.
Json json_of_recording(const Recording& recording);

// Throw std::runtime_error or nlohmann::json::exception on what the functions above do not write.
Visit visit_from(const Json& json);
Recording recording_from(const Json& json);

Json json_of_text(std::string_view text);
std::string text_from(const Json& json);

}  // namespace touchstone
