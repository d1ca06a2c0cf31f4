#pragma once

// The one event loop: libcurl's multi handle, which also watches the sockets of the resolver.

#include <chrono>
#include <memory>
#include <vector>

#include "crawler/curl_exchange.h"

namespace touchstone {

struct WatchedSocket {
  int socket = -1;
  bool read = false, write = false;  // what to wait for; after a poll: what is ready
};

class CurlLoop {
 public:
  CurlLoop();
  ~CurlLoop();

  void add(CurlExchange& exchange);
  void remove(CurlExchange& exchange);
  void set_connections_per_host(int connections);

  struct Ended {
    CurlExchange* exchange = nullptr;
    int code = 0;  // for CurlExchange::end
  };
  // Moves what can be moved without waiting. Those that ended are removed already.
  std::vector<Ended> advance();

  // Waits until something can be moved, at most that long; says which of `others` are ready.
  void wait(std::vector<WatchedSocket>& others, std::chrono::milliseconds at_most);
  void wake();  // ends the wait of another thread, or the next one

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace touchstone
