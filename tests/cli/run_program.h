#pragma once

// Runs the built program as a user would, without a terminal.

#include <string>
#include <vector>

namespace touchstone {

struct Ran {
  int status = -1;
  std::string out, err;
};

Ran run_program(const std::vector<std::string>& arguments);

// A folder of this process's own, removed at its end.
std::string scratch(const std::string& name);

// A new file in it; its path.
std::string file(const std::string& name, const std::string& text);

}  // namespace touchstone
