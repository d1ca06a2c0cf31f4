#pragma once

// What can be said only when every test of a program has run.

#include <string>
#include <vector>

namespace touchstone {

// Complaints, one a line; any makes the program fail. Asked when it was run without arguments.
using AfterAll = std::vector<std::string> (*)();
std::vector<AfterAll>& after_all();

}  // namespace touchstone
