#pragma once

// A server on 127.0.0.1 that says, byte for byte, what a test tells it to: late, endlessly, cut
// off, with or without TLS. Each connection has a thread and is closed when its behaviour ends.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "crawler/local_server.h"
#include "tests/crawler/tls_server.h"

namespace touchstone {

// One connection, as the server holds it.
class Wire {
 public:
  virtual ~Wire() = default;
  // False: the peer is gone, or the test is over.
  virtual bool send(std::string_view bytes) = 0;
  virtual bool pause(int milliseconds) = 0;
  virtual void reset() = 0;  // the connection ends with RST

  void hang();                       // until the peer is gone
  void answer(const ServedAnswer&);  // whole and well-formed
  // The piece again and again, at most that often.
  void repeat(std::string_view piece, long times, int pause_ms = 0);
};

using Rudeness = std::function<void(Wire& wire, const std::string& target)>;

struct RudeManner {
  std::shared_ptr<TestAuthority::Keys> keys{};  // TLS with this certificate; none: no TLS
  bool http2 = false;                           // chosen by ALPN; the request is not read
  bool reads_nothing = false;                   // behaves before it has read a byte
};

class RudeServer {
 public:
  explicit RudeServer(Rudeness behave, RudeManner manner = {});
  ~RudeServer();
  std::uint16_t port() const;
  int connections() const;  // so far

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// "HTTP/1.1 200 OK", fields of a page, an empty line.
std::string page_head(const std::string& more_fields = {});

}  // namespace touchstone
