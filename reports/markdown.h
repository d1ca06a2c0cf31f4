#pragma once

// An Audit as Markdown (CommonMark with tables), for a wiki or a pull request. Everything from the
// web is escaped.

#include <string>

#include "reports/beside.h"
#include "reports/phrases.h"
#include "rules/audit.h"

namespace touchstone {

std::string write_markdown(const Audit& audit, const Phrases& say, const Beside& beside = {});

}  // namespace touchstone
