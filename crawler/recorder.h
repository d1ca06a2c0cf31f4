#pragma once

// Keeps what a crawl receives until it is a Recording: visits in the order of the plan, the tries
// of one question behind each other.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "crawler/task.h"

namespace touchstone {

class Recorder {
 public:
  Recorder(const Url& asked, Time taken);

  Recording& recording() { return recording_; }

  // Counts one try that was answered or failed.
  void count(const Fetch& fetch);

  // Every answer of the task becomes a visit.
  void keep(Task task);
  // The same, with the reason why it was not asked (again) at that time. Beyond 200 such they are
  // only counted.
  void keep_unasked(Task task, Fault fault, Time when);

  // Once each.
  void note(const std::string& text);
  void incomplete(const std::string& why);

  // `home`: robots.txt of its host comes last, so that it is the site's.
  Recording finish(const Url& home, Time now);

 private:
  Recording recording_;
  std::vector<Task> tasks_;
  std::size_t unasked_ = 0, uncounted_ = 0;
};

}  // namespace touchstone
