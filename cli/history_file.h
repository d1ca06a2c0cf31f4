#pragma once

#include <filesystem>

#include "cli/options.h"

namespace touchstone {

// Where the history lies: --store, else its usual place. Throws UsageError when there is none.
std::filesystem::path history_file(const Options& options);

}  // namespace touchstone
