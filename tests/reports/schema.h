#pragma once

// Holds what the reports write in JSON to the schemas that ship with the program.

#include <string>
#include <vector>

namespace touchstone {

// What is wrong, one line each; empty when the text satisfies the schema.
std::vector<std::string> schema_violations(
    const std::string& json, const std::string& schema = "reports/data/audit.schema.json");

}  // namespace touchstone
