#include "crawler/message_command.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <thread>

extern char** environ;

namespace touchstone {

namespace {

struct FileCloser {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, FileCloser>;

// A file without a name: unlike a pipe it waits for nobody, and a program that reads nothing of it
// harms nobody.
File file_with(const std::string& bytes) {
  File file(std::tmpfile());
  if (!file || std::fwrite(bytes.data(), 1, bytes.size(), file.get()) != bytes.size() ||
      std::fflush(file.get()) != 0 || ::lseek(::fileno(file.get()), 0, SEEK_SET) != 0) {
    return nullptr;
  }
  return file;
}

class SpawnActions {
 public:
  explicit SpawnActions(int input) {
    ::posix_spawn_file_actions_init(&actions_);
    ::posix_spawn_file_actions_adddup2(&actions_, input, STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions_, STDERR_FILENO, STDOUT_FILENO);
    ::posix_spawnattr_init(&attributes_);
    ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF);
    ::posix_spawnattr_setpgroup(&attributes_, 0);
    sigset_t usual;
    ::sigemptyset(&usual);
    for (const int each : {SIGINT, SIGTERM, SIGPIPE}) ::sigaddset(&usual, each);
    ::posix_spawnattr_setsigdefault(&attributes_, &usual);
  }
  ~SpawnActions() {
    ::posix_spawn_file_actions_destroy(&actions_);
    ::posix_spawnattr_destroy(&attributes_);
  }
  SpawnActions(const SpawnActions&) = delete;
  SpawnActions& operator=(const SpawnActions&) = delete;

  const posix_spawn_file_actions_t* actions() const { return &actions_; }
  const posix_spawnattr_t* attributes() const { return &attributes_; }

 private:
  posix_spawn_file_actions_t actions_;
  posix_spawnattr_t attributes_;
};

std::optional<std::string> ending(int status) {
  if (WIFSIGNALED(status)) return fmt::format("it was ended by signal {}", WTERMSIG(status));
  if (WEXITSTATUS(status) != 0) return fmt::format("it ended with status {}", WEXITSTATUS(status));
  return std::nullopt;
}

std::optional<std::string> wait_for(pid_t child, std::chrono::milliseconds longest) {
  using Clock = std::chrono::steady_clock;
  const auto end = Clock::now() + longest;
  auto pause = std::chrono::milliseconds(1);
  int status = 0;
  for (;;) {
    const pid_t ended = ::waitpid(child, &status, WNOHANG);
    if (ended == child) return ending(status);
    if (ended < 0 && errno != EINTR) return std::string(std::strerror(errno));
    if (Clock::now() >= end) break;
    std::this_thread::sleep_for(pause);
    pause = std::min(2 * pause, std::chrono::milliseconds(50));
  }
  ::kill(-child, SIGKILL);
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return fmt::format("it did not end within {} s",
                     std::chrono::duration_cast<std::chrono::seconds>(longest).count());
}

}  // namespace

std::optional<std::string> run_with_input(const std::string& command, bool shell,
                                          const std::string& input,
                                          std::chrono::milliseconds longest) {
  const File file = file_with(input);
  if (!file) return "no temporary file: " + std::string(std::strerror(errno));
  const SpawnActions spawn(::fileno(file.get()));
  std::string program = shell ? "/bin/sh" : command;
  std::string option = "-c", line = command;
  char* const with_shell[]{program.data(), option.data(), line.data(), nullptr};
  char* const alone[]{program.data(), nullptr};
  pid_t child = 0;
  const int error = ::posix_spawn(&child, program.c_str(), spawn.actions(), spawn.attributes(),
                                  shell ? with_shell : alone, environ);
  if (error != 0) return std::string(std::strerror(error));
  return wait_for(child, longest);
}

}  // namespace touchstone
