#include "tests/hostile/rude_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <list>
#include <mutex>
#include <stdexcept>
#include <thread>

namespace touchstone {

namespace {

struct Goodbye {
  std::mutex mutex;
  std::condition_variable said;
  bool over = false;

  // True: the test is over.
  bool within(int milliseconds) {
    std::unique_lock lock(mutex);
    return said.wait_for(lock, std::chrono::milliseconds(milliseconds), [this] { return over; });
  }
};

class SocketWire : public Wire {
 public:
  SocketWire(int socket, SSL* ssl, Goodbye& goodbye)
      : socket_(socket), ssl_(ssl), goodbye_(goodbye) {}

  bool send(std::string_view bytes) override {
    while (!bytes.empty()) {
      const auto size = std::min<std::size_t>(bytes.size(), 1 << 20);
      const auto sent = ssl_ ? SSL_write(ssl_, bytes.data(), static_cast<int>(size))
                             : ::send(socket_, bytes.data(), size, MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  bool pause(int milliseconds) override {
    if (milliseconds > 0 && goodbye_.within(milliseconds)) return false;
    char byte = 0;
    const auto seen = ::recv(socket_, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    return seen > 0 || (seen < 0 && errno == EAGAIN);
  }

  void reset() override {
    const linger at_once{1, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    ::shutdown(socket_, SHUT_RD);
    was_reset_ = true;
  }
  bool was_reset() const { return was_reset_; }

 private:
  int socket_;
  SSL* ssl_;
  Goodbye& goodbye_;
  bool was_reset_ = false;
};

int choose_http2(SSL*, const unsigned char** chosen, unsigned char* size, const unsigned char*,
                 unsigned, void*) {
  *chosen = reinterpret_cast<const unsigned char*>("h2");
  *size = 2;
  return SSL_TLSEXT_ERR_OK;
}

// The target of the request on the wire; empty where none came.
std::string read_target(int socket, SSL* ssl) {
  std::string head;
  char piece[4096];
  while (head.find("\r\n\r\n") == std::string::npos && head.size() < (1u << 20)) {
    const auto got =
        ssl ? SSL_read(ssl, piece, sizeof piece) : ::recv(socket, piece, sizeof piece, 0);
    if (got <= 0) return {};
    head.append(piece, static_cast<std::size_t>(got));
  }
  const auto begin = head.find(' ') + 1;
  return head.substr(begin, head.find(' ', begin) - begin);
}

// What the peer still says is read: closed in its face, it would be told of a reset, or not, as
// chance has it.
void say_good_bye(int socket) {
  ::shutdown(socket, SHUT_WR);
  char piece[4096];
  while (::recv(socket, piece, sizeof piece, 0) > 0) {
  }
}

}  // namespace

void Wire::hang() {
  while (pause(50)) {
  }
}

void Wire::repeat(std::string_view piece, long times, int pause_ms) {
  std::string pieces;  // small ones together, so that a flood is one
  long together = pause_ms > 0 ? 1 : std::max<long>(1, 65'536 / static_cast<long>(piece.size()));
  together = std::min(together, times);
  for (long i = 0; i < together; ++i) pieces += piece;
  for (long sent = 0; sent < times; sent += together) {
    if ((pause_ms > 0 && !pause(pause_ms)) || !send(pieces)) return;
  }
}

void Wire::answer(const ServedAnswer& answer) {
  std::string bytes = "HTTP/1.1 " + std::to_string(answer.status) + " Answer\r\n";
  for (const auto& [name, value] : answer.headers) bytes += name + ": " + value + "\r\n";
  bytes += "Connection: close\r\nContent-Length: " + std::to_string(answer.body.size()) +
           "\r\n\r\n" + answer.body;
  send(answer.raw ? *answer.raw : bytes);
}

struct RudeServer::State {
  struct Connection {
    int socket;
    std::thread thread;
  };

  Rudeness behave;
  RudeManner manner;
  SSL_CTX* context = nullptr;
  int listener = -1;
  std::uint16_t port = 0;
  std::thread acceptor;
  Goodbye goodbye;
  std::mutex mutex;  // guards the connections
  std::list<Connection> connections;

  ~State() { SSL_CTX_free(context); }

  void accept_all();
  void serve(int socket);
  bool converse(int socket, SSL* ssl);  // false: it was reset
};

bool RudeServer::State::converse(int socket, SSL* ssl) {
  SocketWire wire(socket, ssl, goodbye);
  const bool unread = manner.reads_nothing || manner.http2;
  const std::string target = unread ? std::string() : read_target(socket, ssl);
  if (unread || !target.empty()) behave(wire, target);
  return !wire.was_reset();
}

void RudeServer::State::serve(int socket) {
  sigset_t pipe;  // OpenSSL writes to peers that are gone
  sigemptyset(&pipe);
  sigaddset(&pipe, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
  bool in_order = true;
  if (!context) {
    in_order = converse(socket, nullptr);
  } else {
    SSL* const ssl = SSL_new(context);
    SSL_set_fd(ssl, socket);
    if (SSL_accept(ssl) == 1) in_order = converse(socket, ssl);
    SSL_free(ssl);
  }
  if (in_order) say_good_bye(socket);
  const std::lock_guard lock(mutex);
  for (auto& connection : connections) {
    if (connection.socket != socket) continue;
    ::close(socket);
    connection.socket = -1;
  }
}

void RudeServer::State::accept_all() {
  for (;;) {
    const int socket = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (socket < 0) return;
    const std::lock_guard lock(mutex);
    if (goodbye.within(0)) {
      ::close(socket);
      return;
    }
    connections.push_back({socket, {}});
    connections.back().thread = std::thread([this, socket] { serve(socket); });
  }
}

RudeServer::RudeServer(Rudeness behave, RudeManner manner) : state_(std::make_unique<State>()) {
  state_->behave = std::move(behave);
  state_->manner = std::move(manner);
  if (state_->manner.keys) {
    state_->context = SSL_CTX_new(TLS_server_method());
    show_certificate(state_->context, *state_->manner.keys);
    if (state_->manner.http2) {
      SSL_CTX_set_alpn_select_cb(state_->context, choose_http2, nullptr);
    }
  }
  state_->listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (::bind(state_->listener, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
      ::listen(state_->listener, 64) != 0 ||
      ::getsockname(state_->listener, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
    throw std::runtime_error("no port for the rude server");
  }
  state_->port = ntohs(address.sin_port);
  state_->acceptor = std::thread([state = state_.get()] { state->accept_all(); });
}

RudeServer::~RudeServer() {
  {
    const std::lock_guard lock(state_->goodbye.mutex);
    state_->goodbye.over = true;
  }
  state_->goodbye.said.notify_all();
  ::shutdown(state_->listener, SHUT_RDWR);
  state_->acceptor.join();
  ::close(state_->listener);
  {
    const std::lock_guard lock(state_->mutex);
    for (const auto& connection : state_->connections) {
      if (connection.socket >= 0) ::shutdown(connection.socket, SHUT_RDWR);
    }
  }
  for (auto& connection : state_->connections) connection.thread.join();
}

std::uint16_t RudeServer::port() const {
  return state_->port;
}

int RudeServer::connections() const {
  const std::lock_guard lock(state_->mutex);
  return static_cast<int>(state_->connections.size());
}

std::string page_head(const std::string& more_fields) {
  return "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + more_fields + "\r\n";
}

}  // namespace touchstone
