#pragma once

// Changes between two audits as JSON: the member "changes" of an audit and the audits of a history.

#include <nlohmann/json.hpp>

#include "history/accepted.h"
#include "history/changes.h"

namespace touchstone {

// `accepted` may be null.
nlohmann::ordered_json json_changes(const Changes& changes, const Acceptance* accepted);

// {"status", "verdict", "score"}
nlohmann::ordered_json json_standing(Status status, const std::optional<int>& points);

}  // namespace touchstone
