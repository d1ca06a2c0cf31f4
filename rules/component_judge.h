#pragma once

// One component's judgement.

#include "rules/audit.h"

namespace touchstone {

Judgement judge_component(const TouchpointRule& rule, const Component& component,
                          const Facts& facts, const ScorecardEntry* scored = nullptr);

}  // namespace touchstone
