#pragma once

// An Audit for programs: the JSON audit of the contract (format "touchstone-audit/1"), held to
// reports/data/audit.schema.json by the tests. Keys in a fixed order; the same audit gives the same
// bytes. Text from the web is made valid UTF-8.

#include <string>

#include "reports/beside.h"
#include "rules/audit.h"

namespace touchstone {

// One line without spaces (JSON Lines), or indented. Ends in a line break.
std::string write_json(const Audit& audit, bool indented = false, const Beside& beside = {});

}  // namespace touchstone
