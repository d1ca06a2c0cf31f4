#pragma once

// Several small companies on 127.0.0.1, each at a port of its own.

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "crawler/local_server.h"

namespace touchstone {

class Firms {
 public:
  // The bakery, so many times. Each answer waits `delay_ms`; home pages and robots.txt do not.
  explicit Firms(std::size_t count, int delay_ms = 0);
  ~Firms();

  std::string address(std::size_t firm) const { return servers_[firm]->origin() + "/"; }
  std::vector<std::string> addresses() const;
  const LocalServer& server(std::size_t firm) const { return *servers_[firm]; }

  // Waits until so many requests came to all of them together.
  void await_requests(std::size_t count);

 private:
  std::mutex mutex_;
  std::condition_variable came_;
  std::size_t requests_ = 0;
  std::vector<std::unique_ptr<LocalServer>> servers_;
};

}  // namespace touchstone
