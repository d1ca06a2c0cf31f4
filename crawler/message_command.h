#pragma once

// A message handed to a program of the user's on its standard input.

#include <chrono>
#include <optional>
#include <string>

namespace touchstone {

// Runs it and waits, at most that long; then it is ended with all that it started. `shell`: the
// text is a command line for /bin/sh, else the path of a program. What it prints goes to standard
// error. Absent: it ended with status 0. Else one line that says what happened.
std::optional<std::string> run_with_input(const std::string& command, bool shell,
                                          const std::string& input,
                                          std::chrono::milliseconds longest);

}  // namespace touchstone
