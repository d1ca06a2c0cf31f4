#include "tests/crawler/post_box.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <mutex>
#include <stdexcept>
#include <thread>

namespace touchstone {

struct PostBox::State {
  Kind kind = Kind::smtp;
  std::string verdict;
  bool wants_login = false;
  int listener = -1;
  std::uint16_t port = 0;
  mutable std::mutex mutex;
  std::string received;
  std::thread thread;

  void say(int socket, const std::string& line) const {
    const std::string bytes = line + "\r\n";
    static_cast<void>(::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL));
  }

  // False when the peer went away.
  bool read_more(int socket, std::string& waiting) {
    char piece[4096];
    const auto got = ::recv(socket, piece, sizeof piece, 0);
    if (got <= 0) return false;
    const std::lock_guard lock(mutex);
    received.append(piece, static_cast<std::size_t>(got));
    waiting.append(piece, static_cast<std::size_t>(got));
    return true;
  }

  // The bytes up to and with the end; empty when the peer went away before.
  std::string read_until(int socket, const std::string& end, std::string& waiting) {
    auto found = waiting.find(end);
    for (; found == std::string::npos; found = waiting.find(end)) {
      if (!read_more(socket, waiting)) return "";
    }
    const std::string text = waiting.substr(0, found + end.size());
    waiting.erase(0, text.size());
    return text;
  }

  void take_mail(int socket) {
    std::string waiting;
    say(socket, "220 post box");
    for (;;) {
      const std::string line = read_until(socket, "\r\n", waiting);
      if (line.empty() || line.starts_with("QUIT")) return;
      if (line.starts_with("EHLO")) {
        say(socket, wants_login ? "250-post box\r\n250 AUTH PLAIN" : "250 post box");
      } else if (line.starts_with("AUTH")) {
        say(socket, "334 ");
        read_until(socket, "\r\n", waiting);
        say(socket, "235 welcome");
      } else if (line.starts_with("DATA")) {
        say(socket, "354 go on");
        read_until(socket, "\r\n.\r\n", waiting);
        say(socket, verdict);
      } else {
        say(socket, "250 fine");
      }
    }
  }

  void take_request(int socket) {
    std::string waiting;
    const std::string head = read_until(socket, "\r\n\r\n", waiting);
    const auto length = head.find("Content-Length: ");
    if (length == std::string::npos) return;
    const auto wanted = std::stoul(head.substr(length + 16));
    while (waiting.size() < wanted && read_more(socket, waiting)) {
    }
    say(socket, "HTTP/1.1 " + verdict + "\r\nContent-Length: 0\r\nConnection: close\r\n");
  }

  void serve() {
    for (;;) {
      const int socket = ::accept(listener, nullptr, nullptr);
      if (socket < 0) return;
      kind == Kind::smtp ? take_mail(socket) : take_request(socket);
      ::close(socket);
    }
  }
};

PostBox::PostBox(Kind kind, std::string verdict, bool wants_login)
    : state_(std::make_unique<State>()) {
  state_->kind = kind;
  state_->verdict = std::move(verdict);
  state_->wants_login = wants_login;
  const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* const any = reinterpret_cast<sockaddr*>(&address);
  if (::bind(listener, any, size) != 0 || ::listen(listener, 16) != 0 ||
      ::getsockname(listener, any, &size) != 0) {
    throw std::runtime_error("the post box cannot listen");
  }
  state_->listener = listener;
  state_->port = ntohs(address.sin_port);
  state_->thread = std::thread([state = state_.get()] { state->serve(); });
}

PostBox::~PostBox() {
  ::shutdown(state_->listener, SHUT_RDWR);
  state_->thread.join();
  ::close(state_->listener);
}

std::uint16_t PostBox::port() const {
  return state_->port;
}

std::string PostBox::received() const {
  const std::lock_guard lock(state_->mutex);
  return state_->received;
}

}  // namespace touchstone
