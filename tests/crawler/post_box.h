#pragma once

// Takes one message on 127.0.0.1, as a mail server (RFC 5321) or a webhook would, and keeps what
// was said. Each message is a connection of its own.

#include <cstdint>
#include <memory>
#include <string>

namespace touchstone {

class PostBox {
 public:
  enum class Kind { smtp, http };
  // Of smtp: what is answered to the end of the mail ("250 taken"). Of http: the status line's
  // status ("200 OK").
  explicit PostBox(Kind kind, std::string verdict, bool wants_login = false);
  ~PostBox();

  std::uint16_t port() const;
  std::string received() const;  // every byte of all connections so far, in order

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace touchstone
