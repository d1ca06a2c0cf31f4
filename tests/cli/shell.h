#pragma once

// What a shell makes of the texts that the program writes for it.

#include <string>
#include <vector>

#include "cli/scheduled.h"

namespace touchstone {

// What the shell's command prints; `status` gets how it ended.
std::string output_of(const std::string& command, int* status = nullptr);

bool at_hand(const std::string& command);

// A file in the scratch folder; its path.
std::string written(const std::string& name, const std::string& text);

// What `touchstone schedule ARGUMENTS...` would let run, below a folder with a name that needs
// quotes.
ScheduledRun run_of(const std::vector<std::string>& arguments);

}  // namespace touchstone
