#pragma once

// Holds a JSON audit to reports/data/audit.schema.json.

#include <string>
#include <vector>

namespace touchstone {

// What is wrong, one line each; empty when the audit satisfies the schema.
std::vector<std::string> schema_violations(const std::string& json);

}  // namespace touchstone
