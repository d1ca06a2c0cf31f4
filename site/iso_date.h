#pragma once

// Dates as ISO 8601 and the W3C's note on it write them (https://www.w3.org/TR/NOTE-datetime).

#include <optional>
#include <string_view>

#include "site/fetch.h"

namespace touchstone {

// "2026", "2026-03", "2026-03-09", "2026-03-09T12:30", "2026-03-09T12:30:45.5+01:00", and the same
// without the signs between ("20260309T123045Z"); the earliest moment that is meant. A time without
// a zone is taken as UTC. Absent for every other text, and for days that no calendar has.
std::optional<Time> parse_iso_date(std::string_view text);

}  // namespace touchstone
