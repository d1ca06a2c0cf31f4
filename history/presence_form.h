#pragma once

// What reports print of a presence, as JSON and back.

#include <nlohmann/json.hpp>

#include "checks/presence.h"

namespace touchstone {

nlohmann::json json_of(const Presence& presence);

// Throws nlohmann::json::exception for what json_of does not write.
Presence presence_from(const nlohmann::json& json);

// An absent value is null.
template <typename Value>
nlohmann::json json_of_optional(const std::optional<Value>& value) {
  return value ? nlohmann::json(*value) : nlohmann::json(nullptr);
}
template <typename Value>
std::optional<Value> optional_from(const nlohmann::json& json) {
  return json.is_null() ? std::nullopt : std::optional<Value>(json.get<Value>());
}

}  // namespace touchstone
