#pragma once

// touchstone history HOST: the stored audits of a company and what changed between them.

#include <string>

#include "cli/options.h"
#include "reports/phrases.h"
#include "reports/text.h"

namespace touchstone {

// Audits that were judged under other rules are judged again first, and so remembered, once.
// Throws UsageError where nothing of that host is stored, StoreError, RuleError.
std::string told_history(const Options& options, const Phrases& say, const TextStyle& style);

}  // namespace touchstone
