#pragma once

// Tables for spreadsheets (RFC 4180). A cell that a spreadsheet would take for a formula begins
// with an apostrophe.

#include <string>
#include <vector>

#include "rules/audit.h"

namespace touchstone {

std::string csv_line(const std::vector<std::string>& cells);

// A head line, then a line a touchpoint.
std::string write_csv(const Audit& audit);

}  // namespace touchstone
