#pragma once

// What a crawl still has to ask, in the order of right, and all addresses it has met, so that none
// is asked twice. Bounded: what does not fit is counted and dropped.

#include <functional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "crawler/task.h"

namespace touchstone {

class Frontier {
 public:
  explicit Frontier(std::size_t capacity = 2'000) : capacity_(capacity) {}

  // Addresses compare without fragment. One that waits already moves forward when the new task has
  // more right, more promise or fewer clicks. False: it was met before, or there is no room.
  bool add(Task task);

  // The address was read under another one (it redirected here): it need not be asked any more.
  void met(const Url& url);
  bool knows(const Url& url) const;
  bool waits_at(const Url& url) const;

  // Takes out the first task that `may` leave now; absent when none may. The first `sample` pages
  // go before all but the essential.
  std::optional<Task> take(const std::function<bool(const Task&)>& may, int sample);

  // Takes out all that remains, in order.
  std::vector<Task> drain();

  // The place in the plan of a question that is asked without waiting here.
  std::size_t next_number() { return ++numbered_; }

  std::size_t waiting() const { return waiting_.size(); }
  bool waits(Role role) const;  // to the company itself
  bool waits_for_own() const;   // a question to the company itself is waiting
  std::size_t dropped() const { return dropped_; }

 private:
  struct Before {
    bool operator()(const Task& a, const Task& b) const;
  };
  using Queue = std::set<Task, Before>;

  std::size_t capacity_, dropped_ = 0, numbered_ = 0;
  Queue waiting_;
  std::unordered_map<std::string, Queue::iterator> place_;  // end(): asked already
};

}  // namespace touchstone
