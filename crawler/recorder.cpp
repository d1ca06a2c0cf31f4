#include "crawler/recorder.h"

#include <fmt/format.h>

#include <algorithm>

namespace touchstone {
namespace {

constexpr std::size_t max_unasked = 200;

Fetch unasked(const Task& task, Fault fault, Time when) {
  Fetch fetch{.asked = task.url, .hops = {}, .body = {}, .fault = std::move(fault)};
  fetch.attempt = task.tries() + 1;
  fetch.when = when;
  return fetch;
}

// Moves robots.txt of the home's host behind those of the company's other hosts.
void put_last_among_robots(std::vector<Task>& tasks, const Url& home) {
  const auto is_robots = [](const Task& task) { return task.role == Role::robots; };
  const auto ours = std::find_if(tasks.begin(), tasks.end(), [&](const Task& task) {
    return is_robots(task) && task.url.authority() == home.authority();
  });
  const auto last = std::find_if(tasks.rbegin(), tasks.rend(), is_robots).base();
  if (ours != tasks.end() && ours + 1 < last) std::rotate(ours, ours + 1, last);
}

}  // namespace

Recorder::Recorder(const Url& asked, Time taken)
    : recording_{.asked = asked, .taken = taken, .visits = {}, .dns = {}, .notes = {}, .seed = {}} {
}

void Recorder::count(const Fetch& fetch) {
  recording_.requests += static_cast<std::int64_t>(std::max<std::size_t>(1, fetch.hops.size()));
  recording_.bytes += fetch.wire_bytes;
}

void Recorder::keep(Task task) {
  tasks_.push_back(std::move(task));
}

void Recorder::keep_unasked(Task task, Fault fault, Time when) {
  if (++unasked_ > max_unasked && task.answers.empty()) {
    ++uncounted_;
    return;
  }
  task.answers.push_back(unasked(task, std::move(fault), when));
  keep(std::move(task));
}

void Recorder::note(const std::string& text) {
  auto& notes = recording_.notes;
  if (std::find(notes.begin(), notes.end(), text) == notes.end()) notes.push_back(text);
}

void Recorder::incomplete(const std::string& why) {
  recording_.complete = false;
  note(why);
}

Recording Recorder::finish(const Url& home, Time now) {
  recording_.elapsed_ms = (now - recording_.taken).count();
  if (uncounted_ > 0) note(fmt::format("{} further addresses were not asked", uncounted_));
  std::stable_sort(tasks_.begin(), tasks_.end(),
                   [](const Task& a, const Task& b) { return a.number < b.number; });
  put_last_among_robots(tasks_, home);
  for (auto& task : tasks_)
    for (auto& fetch : task.answers)
      recording_.visits.push_back(
          {task.role, std::move(fetch), task.depth, task.found_on, task.note});
  return std::move(recording_);
}

}  // namespace touchstone
