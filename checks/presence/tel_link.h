#pragma once

// tel: links (RFC 3966).

#include <optional>
#include <string>
#include <string_view>

namespace touchstone {

// What a tel: link dials, in ASCII: "+49 30 1234567". Escapes are undone, parameters such as an
// extension dropped. Absent when the address is no tel: link or dials nothing.
std::optional<std::string> tel_target(std::string_view href);

}  // namespace touchstone
