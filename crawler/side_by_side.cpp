#include "crawler/side_by_side.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <deque>
#include <exception>
#include <list>
#include <thread>

#include "crawler/child_pipe.h"

namespace touchstone {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds turn{200};  // so that an interruption is noticed
constexpr milliseconds progress_pause{100};
constexpr std::size_t look_ahead = 256;  // jobs that wait, so that a free lane is found among them

struct Child {
  Job job;
  pid_t process = -1;
  int pipe = -1;
  ChildEar ear;
};

// The life of a child: one job, its result, the end. Nothing of the parent's is flushed or
// destroyed here.
[[noreturn]] void live(const Job& job, const JobHooks& hooks, int pipe) {
  ChildVoice voice(pipe);
  auto last = steady_clock::now() - progress_pause;
  const TellProgress tell = [&](const Progress& progress) {
    const auto now = steady_clock::now();
    const bool milestone = progress.answered >= progress.asked;
    if (!milestone && now - last < progress_pause) return;
    last = now;
    voice.tell(progress);
  };
  try {
    voice.result(hooks.run(job, tell));
    ::_exit(0);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "touchstone: %s: %s\n", job.what.c_str(), error.what());
  }
  ::_exit(1);
}

class SideBySide {
 public:
  SideBySide(std::size_t at_once, const JobHooks& hooks)
      : at_once_(std::max<std::size_t>(at_once, 1)), hooks_(hooks) {}

  void run() {
    while (true) {
      notice_interruption();
      fill();
      if (children_.empty() && waiting_.empty() && ended_) return;
      wait();
      if (hooks_.progress) tell();
    }
  }

 private:
  bool lane_is_busy(const std::string& lane) const {
    return std::any_of(children_.begin(), children_.end(),
                       [&](const Child& child) { return child.job.lane == lane; });
  }

  bool wants_more() const {
    return !ended_ && waiting_.size() < look_ahead && children_.size() < at_once_;
  }

  void take_more() {
    std::vector<Job> jobs;
    if (!hooks_.more(jobs)) ended_ = true;
    for (auto& job : jobs) waiting_.push_back(std::move(job));
  }

  void fill() {
    while (hooks_.input < 0 && wants_more()) take_more();
    while (children_.size() < at_once_) {
      const auto free = std::find_if(waiting_.begin(), waiting_.end(),
                                     [&](const Job& job) { return !lane_is_busy(job.lane); });
      if (free == waiting_.end()) return;
      Job job = std::move(*free);
      waiting_.erase(free);
      if (!start(job)) return;
    }
  }

  // False when the system gives no further process now; the job waits on.
  bool start(const Job& job) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return refused(job);
    const pid_t parent = ::getpid(), child = ::fork();
    if (child < 0) {
      ::close(ends[0]);
      ::close(ends[1]);
      return refused(job);
    }
    if (child == 0) {
      // A group of its own: an interruption from the terminal reaches the parent, which tells it.
      ::setpgid(0, 0);
      ::prctl(PR_SET_PDEATHSIG, SIGKILL);
      if (::getppid() != parent) ::_exit(1);
      ::close(ends[0]);
      live(job, hooks_, ends[1]);
    }
    ::close(ends[1]);
    children_.push_back({job, child, ends[0], {}});
    return true;
  }

  bool refused(const Job& job) {
    if (children_.empty()) {
      hooks_.ended(job, std::nullopt);
      return true;
    }
    waiting_.push_front(job);
    return false;
  }

  void wait() {
    std::vector<pollfd> watched;
    for (const auto& child : children_) watched.push_back({child.pipe, POLLIN, 0});
    const bool reads = hooks_.input >= 0 && wants_more();
    if (reads) watched.push_back({hooks_.input, POLLIN, 0});
    if (::poll(watched.data(), watched.size(), static_cast<int>(turn.count())) <= 0) return;
    std::size_t at = 0;
    for (auto child = children_.begin(); child != children_.end(); ++at) {
      const bool over = watched[at].revents != 0 && !listen(*child);
      child = over ? end(child) : std::next(child);
    }
    if (reads && watched.back().revents != 0) take_more();
  }

  // False at the end of what the child says.
  static bool listen(Child& child) {
    constexpr std::size_t piece = 1u << 16;
    char bytes[piece];
    const auto read = ::read(child.pipe, bytes, sizeof bytes);
    if (read < 0) return errno == EINTR;
    if (read == 0) return false;
    if (child.ear.hear({bytes, static_cast<std::size_t>(read)})) return true;
    ::kill(child.process, SIGKILL);
    return false;
  }

  std::list<Child>::iterator end(std::list<Child>::iterator child) {
    ::close(child->pipe);
    int status = 0;
    while (::waitpid(child->process, &status, 0) < 0 && errno == EINTR) {
    }
    const bool whole = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    const Job job = std::move(child->job);
    auto result = child->ear.take_result();
    const auto next = children_.erase(child);
    hooks_.ended(job, whole ? std::move(result) : std::nullopt);
    return next;
  }

  void notice_interruption() {
    if (told_ || !hooks_.interrupted || hooks_.interrupted->load() == 0) return;
    told_ = true;
    for (const auto& child : children_) ::kill(child.process, SIGINT);
    if (hooks_.drains) return;
    waiting_.clear();
    ended_ = true;
  }

  void tell() {
    const auto now = steady_clock::now();
    if (now - told_progress_ < progress_pause) return;
    told_progress_ = now;
    std::vector<JobUnderWay> under_way;
    for (const auto& child : children_) under_way.push_back({&child.job, child.ear.progress()});
    hooks_.progress(under_way);
  }

  const std::size_t at_once_;
  const JobHooks& hooks_;
  std::deque<Job> waiting_;
  std::list<Child> children_;
  bool ended_ = false, told_ = false;
  steady_clock::time_point told_progress_{};
};

}  // namespace

void run_side_by_side(std::size_t at_once, const JobHooks& hooks) {
  SideBySide(at_once, hooks).run();
}

std::size_t usual_jobs_at_once() {
  constexpr std::size_t per_core = 4, most = 32;
  const std::size_t cores = std::max(1u, std::thread::hardware_concurrency());
  return std::min(per_core * cores, most);
}

}  // namespace touchstone
