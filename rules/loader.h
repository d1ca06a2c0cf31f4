#pragma once

// The way from rule files to a Rulebook, apart from where the files and checks come from.

#include <vector>

#include "checks/check.h"
#include "rules/rulebook.h"

namespace touchstone {

// Throws RuleError.
Rulebook build_rulebook(const std::vector<RuleFile>& built_in,
                        const std::vector<RuleFile>& overlays,
                        const std::vector<const Check*>& checks,
                        const std::vector<std::string>& further = {});

}  // namespace touchstone
