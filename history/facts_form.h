#pragma once

// Measured facts as JSON and back: a list of touchpoints, each with its facts by name. Addresses
// stand once in a table, because most evidence comes from few pages.

#include <nlohmann/json.hpp>
#include <vector>

#include "checks/check.h"

namespace touchstone {

// {"urls": [...], "touchpoints": {"favicon": {"largest_side": ["k", 180, signals, evidence]}}}
nlohmann::json json_of(const std::vector<Measured>& measured);

// Throws nlohmann::json::exception or std::runtime_error for what json_of does not write.
std::vector<Measured> measured_from(const nlohmann::json& json);

}  // namespace touchstone
