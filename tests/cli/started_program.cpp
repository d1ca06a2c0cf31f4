#include "tests/cli/started_program.h"
#include "tests/files.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

namespace touchstone {

namespace {

void send_to(int descriptor, const std::string& path) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  ::dup2(file, descriptor);
}

}  // namespace

StartedProgram::StartedProgram(const std::vector<std::string>& arguments) {
  static int number = 0;
  out_ = scratch("started-out-" + std::to_string(++number));
  err_ = scratch("started-err-" + std::to_string(number));
  std::vector<std::string> words{TOUCHSTONE_PROGRAM};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (auto& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  process_ = ::fork();
  if (process_ != 0) return;
  ::setenv("XDG_DATA_HOME", scratch("data").c_str(), 1);  // nobody's own history is touched
  send_to(STDOUT_FILENO, out_);
  send_to(STDERR_FILENO, err_);
  ::dup2(::open("/dev/null", O_RDONLY), STDIN_FILENO);
  ::execv(argv[0], argv.data());
  ::_exit(127);
}

StartedProgram::~StartedProgram() {
  if (!runs()) return;
  ::kill(process_, SIGKILL);
  ::waitpid(process_, &status_, 0);
}

void StartedProgram::signal(int number) {
  if (runs()) ::kill(process_, number);
}

bool StartedProgram::runs() {
  if (process_ < 0) return false;
  if (::waitpid(process_, &status_, WNOHANG) != process_) return true;
  process_ = -1;
  return false;
}

Ran StartedProgram::end() {
  if (process_ >= 0) ::waitpid(process_, &status_, 0);
  process_ = -1;
  const int status = WIFEXITED(status_) ? WEXITSTATUS(status_) : 128 + WTERMSIG(status_);
  return {status, content(out_), content(err_)};
}

}  // namespace touchstone
