#include "tests/hostile/visit.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "crawler/capture.h"
#include "tests/cli/run_program.h"
#include "tests/files.h"
#include "tests/reports/schema.h"

extern char** environ;

namespace touchstone {

namespace {

using Clock = std::chrono::steady_clock;

// Under sanitizers, which cost tenfold. The processor's time is what an attack would take; the
// clock only ends what hangs, because the machine may be busy with other things.
constexpr std::chrono::seconds patience{900};
constexpr double most_seconds = 60;
constexpr long most_mib = 1'400;

// The most memory that a living process held so far; 0 when it is gone.
long peak_mib_of(pid_t process) {
  std::ifstream status("/proc/" + std::to_string(process) + "/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return std::stol(line.substr(6)) / 1024;
  }
  return 0;
}

pid_t start(const std::vector<std::string>& arguments, const std::string& out,
            const std::string& err) {
  std::vector<char*> words;
  for (const auto& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
  words.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
  const int create = O_WRONLY | O_CREAT | O_TRUNC;
  posix_spawn_file_actions_addopen(&files, 1, out.c_str(), create, 0600);
  posix_spawn_file_actions_addopen(&files, 2, err.c_str(), create, 0600);
  pid_t process = -1;
  // Freed memory is kept from use for a while, to find what uses it all the same, and told is who
  // asked for it: a little of both will do. The first of two values would count.
  std::vector<char*> surroundings;
  for (char** each = environ; *each; ++each)
    if (!std::string_view(*each).starts_with("ASAN_OPTIONS=")) surroundings.push_back(*each);
  static char sanitizer[] = "ASAN_OPTIONS=quarantine_size_mb=16:malloc_context_size=5";
  surroundings.push_back(sanitizer);
  surroundings.push_back(nullptr);
  posix_spawn(&process, words[0], &files, nullptr, words.data(), surroundings.data());
  posix_spawn_file_actions_destroy(&files);
  return process;
}

void wait_for(pid_t process, Visited& visited) {
  const auto began = Clock::now();
  int status = 0;
  rusage used{};
  for (;;) {
    visited.peak_mib = std::max(visited.peak_mib, peak_mib_of(process));
    if (::wait4(process, &status, WNOHANG, &used) == process) break;
    if (Clock::now() - began > patience) ::kill(process, SIGKILL);
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  visited.seconds = seconds(used.ru_utime) + seconds(used.ru_stime);
  visited.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::map<std::string, std::string> outcomes_in(const std::string& audit) {
  std::map<std::string, std::string> outcomes;
  const auto json = nlohmann::json::parse(audit, nullptr, false);
  if (!json.is_object() || !json.contains("touchpoints")) return outcomes;
  for (const auto& one : json["touchpoints"]) {
    const auto& told = !one["verdict"].is_null()  ? one["verdict"]
                       : !one["reason"].is_null() ? one["reason"]
                                                  : one["status"];
    outcomes[one["id"]] = told;
  }
  return outcomes;
}

std::string unused_name() {
  static std::atomic<int> count{0};
  return scratch("visit" + std::to_string(++count));
}

Visited run(const std::vector<std::string>& arguments) {
  const std::string name = unused_name();
  const char* const other = std::getenv("TOUCHSTONE_PROGRAM");  // to see what a release costs
  std::vector<std::string> all{other ? other : TOUCHSTONE_PROGRAM};
  all.insert(all.end(), arguments.begin(), arguments.end());
  all.insert(all.end(), {"--format", "json"});
  Visited visited;
  wait_for(start(all, name + ".out", name + ".err"), visited);
  visited.out = content(name + ".out");
  visited.err = content(name + ".err");
  for (const char* ending : {".out", ".err"}) std::remove((name + ending).c_str());
  return visited;
}

bool holds_control_characters(const std::string& line) {
  const bool below_space = std::any_of(line.begin(), line.end() - 1,
                                       [](unsigned char c) { return c < ' ' || c == 0x7f; });
  if (below_space || line.back() != '\n') return true;
  for (const std::string_view steering :
       {"\xc2\x9b", "\xe2\x80\xae", "\xe2\x81\xa6", "\xe2\x80\xa8"})
    if (line.find(steering) != std::string::npos) return true;
  return false;
}

}  // namespace

std::string Visited::fetched(const std::string& address) const {
  if (!recording) return "no capture";
  const Visit* last = nullptr;
  for (const Visit& visit : recording->visits)
    if (visit.fetch.asked.href() == address) last = &visit;
  if (!last) return "unasked";
  if (last->fetch.fault) return std::string(to_string(last->fetch.fault->kind));
  return std::to_string(last->fetch.status()) + (last->fetch.truncated ? " cut" : "");
}

Visited visit_with_program(const std::vector<std::string>& arguments) {
  const std::string capture = unused_name() + ".warc.gz";
  std::vector<std::string> all{"--no-store", "--capture", capture};
  all.insert(all.end(), arguments.begin(), arguments.end());
  Visited visited = run(all);
  visited.outcomes = outcomes_in(visited.out);
  if (visited.status >= 0) visited.recording = load_capture(capture);
  std::remove(capture.c_str());
  return visited;
}

Visited crawl_with_program(const std::vector<std::string>& arguments) {
  std::vector<std::string> all{"crawl"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return run(all);
}

std::vector<std::string> debts_of_run(const Visited& visited) {
  std::vector<std::string> debts;
  if (visited.status < 0) debts.push_back("did not end by itself: " + visited.err.substr(0, 2'000));
  if (visited.seconds > most_seconds)
    debts.push_back("took " + std::to_string(visited.seconds) + " s");
  if (visited.peak_mib > most_mib)
    debts.push_back("held " + std::to_string(visited.peak_mib) + " MiB");
  if (visited.out.empty()) {
    debts.push_back("printed nothing");
  } else if (holds_control_characters(visited.out)) {
    debts.push_back("printed control characters");
  }
  if (visited.err.find("Sanitizer") != visited.err.npos ||
      visited.err.find("runtime error") != visited.err.npos)
    debts.push_back(visited.err.substr(0, 2'000));
  return debts;
}

std::vector<std::string> debts(const Visited& visited) {
  auto debts = debts_of_run(visited);
  if (visited.out.empty()) return debts;
  for (const auto& violation : schema_violations(visited.out)) debts.push_back(violation);
  return debts;
}

}  // namespace touchstone
