#pragma once

// The built program while it runs, to be signalled.

#include <sys/types.h>

#include <string>
#include <vector>

#include "tests/cli/run_program.h"

namespace touchstone {

class StartedProgram {
 public:
  explicit StartedProgram(const std::vector<std::string>& arguments);
  ~StartedProgram();  // kills what still runs
  StartedProgram(const StartedProgram&) = delete;
  StartedProgram& operator=(const StartedProgram&) = delete;

  void signal(int number);
  bool runs();
  // Waits for its end; status is 128 and the signal where one ended it.
  Ran end();

 private:
  std::string out_, err_;
  pid_t process_ = -1;
  int status_ = -1;
};

}  // namespace touchstone
