#pragma once

// An Audit as one self-contained HTML file: no network, no script needed, light and dark, phone and
// print. Everything from the web is escaped; links lead only to http(s) addresses.

#include <string>

#include "reports/beside.h"
#include "reports/phrases.h"
#include "rules/audit.h"

namespace touchstone {

std::string write_html(const Audit& audit, const Phrases& say, const Beside& beside = {});

}  // namespace touchstone
