#include "tests/cli/shell.h"

#include <cstdio>
#include <fstream>
#include <memory>
#include <variant>

#include "tests/cli/run_program.h"

namespace touchstone {
namespace {

struct PipeCloser {
  void operator()(std::FILE* pipe) const { ::pclose(pipe); }
};

Options asked(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "schedule");
  return std::get<Options>(parse_options(arguments));
}

}  // namespace

std::string output_of(const std::string& command, int* status) {
  std::unique_ptr<std::FILE, PipeCloser> pipe(::popen(command.c_str(), "r"));
  std::string text;
  char piece[4096];
  for (std::size_t got = 0; (got = std::fread(piece, 1, sizeof piece, pipe.get())) > 0;) {
    text.append(piece, got);
  }
  const int ended = ::pclose(pipe.release());
  if (status) *status = ended;
  return text;
}

bool at_hand(const std::string& command) {
  int status = 0;
  output_of("command -v " + command + " >/dev/null 2>&1", &status);
  return status == 0;
}

std::string written(const std::string& name, const std::string& text) {
  const std::string path = scratch(name);
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

ScheduledRun run_of(const std::vector<std::string>& arguments) {
  return scheduled_run(asked(arguments), TOUCHSTONE_PROGRAM, "/srv/it's 100% here");
}

}  // namespace touchstone
