#pragma once

// What a reader should know beside the verdicts: limits of the crawl, chains left out, importances
// that the company file changed. In the words of the report.

#include <string>
#include <vector>

#include "reports/phrases.h"
#include "rules/audit.h"

namespace touchstone {

std::vector<std::string> notes_of(const Audit& audit, const Phrases& say);

}  // namespace touchstone
