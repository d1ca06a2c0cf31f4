#pragma once

// A small HTTP/1.1 server on 127.0.0.1 with a thread for each connection: serves the sample
// company, and answers the tests with whatever they say, misbehaviour included.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "site/headers.h"

namespace touchstone {

struct ServedRequest {
  std::string method, target;  // "/a?b", as on the wire
  std::string host;            // the Host field
  Headers headers;
};

struct ServedAnswer {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers{};  // Content-Length is added
  std::string body{};
  // Raw bytes sent as they are instead of all the above, then the connection is closed.
  std::optional<std::string> raw{};
  int delay_ms = 0;            // before the answer
  int trickle_ms = 0;          // before each byte of `raw`
  bool close_at_once = false;  // close without a byte
};

class LocalServer {
 public:
  using Handler = std::function<ServedAnswer(const ServedRequest&)>;  // called from its threads

  // Listens on 127.0.0.1 at a free port (or `port`). Throws std::runtime_error when it cannot.
  explicit LocalServer(Handler handler, std::uint16_t port = 0);
  ~LocalServer();

  std::uint16_t port() const;
  std::string origin() const;              // "http://127.0.0.1:43211"
  std::vector<ServedRequest> log() const;  // every request so far, in order
  std::size_t most_connections() const;    // most connections open at one time so far

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace touchstone
