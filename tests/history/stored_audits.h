#pragma once

// The perfect sample site inspected and judged once, to be varied and stored by tests.

#include "history/store.h"
#include "rules/judge.h"

namespace touchstone {

const Rulebook& built_in_rules();

// Taken at the sample site's own time.
const Inspection& sample_inspection();

// One fact said in another way, or a fact that was not there.
void say(Inspection& inspection, std::string_view touchpoint, std::string_view fact, Value value);

}  // namespace touchstone
