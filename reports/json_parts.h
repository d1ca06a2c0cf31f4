#pragma once

// The parts of the JSON audit; see reports/json.h.

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "rules/audit.h"

namespace touchstone {

using Json = nlohmann::ordered_json;

// As every JSON output is written: one line, or indented; broken UTF-8 replaced; nothing in it can
// steer a terminal. Ends with a newline.
std::string json_text(const Json& json, bool indented);

// Decipoints as the contract prints them: 68 -> 6.8; absent -> null.
Json json_points(const std::optional<int>& points);
Json json_verdict(const std::optional<Verdict>& verdict);
// null for an absent value.
template <typename Value>
Json json_or_null(const std::optional<Value>& value) {
  return value ? Json(*value) : Json(nullptr);
}
Json json_reason(const std::optional<Reason>& reason);

template <typename Items, typename Write>
Json json_list(const Items& items, Write write) {
  Json list = Json::array();
  for (const auto& item : items) list.push_back(write(item));
  return list;
}

Json json_touchpoint(const Touchpoint& touchpoint);
Json json_chain(const Chain& chain);
Json json_presence(const Presence& presence, const Audit::Speed& speed);

}  // namespace touchstone
