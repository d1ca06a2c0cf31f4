#pragma once

// Who may go next: requests wait here until their host has a free place, so that no host sees more
// at once than the limit, and so that waiting in our own queue counts in no request's time.

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>

namespace touchstone {

class ConnectionLimits {
 public:
  explicit ConnectionLimits(int per_host) : per_host_(per_host) {}

  // `first`: before all that wait already, for the next hop of a request that is under way.
  void wait_for(const std::string& host, std::uint64_t ticket, bool first = false);

  // A ticket whose host has a free place, which it now occupies; absent when none has.
  std::optional<std::uint64_t> next();

  void release(const std::string& host);
  void forget(std::uint64_t ticket);  // no longer waits; no effect when it does not
  void set_per_host(int per_host) { per_host_ = per_host; }

 private:
  struct Host {
    int under_way = 0;
    std::deque<std::uint64_t> waiting;
  };
  int per_host_;
  std::map<std::string, Host> hosts_;  // only those with something under way or waiting
};

}  // namespace touchstone
