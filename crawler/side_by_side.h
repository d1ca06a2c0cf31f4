#pragma once

// Work on many companies at once: each job runs in a child process, and what it returns comes back
// as bytes when it ends. Processes, because a job needs a core for itself while it reads pages and
// much memory for a moment: a child gives all of it back at its end, so that memory does not grow
// with the number of jobs, and what kills a child costs one job and not the rest.
//
//   JobHooks hooks;
//   hooks.more = [&](std::vector<Job>& jobs) { jobs = std::exchange(all, {}); return false; };
//   hooks.run = [&](const Job& job, const TellProgress& tell) { return packed(job.what, tell); };
//   hooks.ended = [&](const Job& job, std::optional<std::string> result) { ... };
//   run_side_by_side(usual_jobs_at_once(), hooks);
//
// The calling process must have one thread. Children die with their parent, however it ends.

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "crawler/crawl.h"

namespace touchstone {

struct Job {
  std::uint64_t number = 0;
  std::string what;  // for the worker and for people: an address
  std::string lane;  // jobs of one lane run one after another: a host
};

using TellProgress = std::function<void(const Progress&)>;

struct JobUnderWay {
  const Job* job = nullptr;
  Progress progress;
};

struct JobHooks {
  // Adds further jobs; false when no more will come. Called while few are waiting, as soon as
  // `input` can be read without waiting, or at any time where that is -1.
  std::function<bool(std::vector<Job>&)> more;
  int input = -1;

  // In the child. What it throws ends the job without a result.
  std::function<std::string(const Job&, const TellProgress&)> run;

  // In the parent, as the jobs end. Absent: the child died; its last words are on standard error.
  std::function<void(const Job&, std::optional<std::string> result)> ended;

  // Some times a second; may be empty.
  std::function<void(const std::vector<JobUnderWay>&)> progress;

  // Becomes > 0 when the user interrupts. The children under way are told once, by SIGINT, and
  // waited for. Jobs that wait then are dropped unless `drains`: then they run, and see the
  // interruption themselves.
  const std::atomic<int>* interrupted = nullptr;
  bool drains = false;
};

void run_side_by_side(std::size_t at_once, const JobHooks& hooks);

// A crawl waits most of the time, so that a core serves several.
std::size_t usual_jobs_at_once();

}  // namespace touchstone
