#include "crawler/local_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <condition_variable>
#include <cstring>
#include <list>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <utility>

namespace touchstone {

namespace {

constexpr std::size_t max_head_bytes = 256 * 1024;

// Everything or nothing; a peer that went away is no error of ours.
bool send_all(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

std::string_view cut_line(std::string_view& text) {
  const auto end = text.find("\r\n");
  const auto line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 2);
  return line;
}

ServedRequest parse_head(std::string_view head) {
  ServedRequest request;
  const auto line = cut_line(head);
  const auto first = line.find(' ');
  const auto last = line.rfind(' ');
  request.method = line.substr(0, first);
  if (first != std::string_view::npos && last > first) {
    request.target = line.substr(first + 1, last - first - 1);
  }
  while (!head.empty()) {
    const auto field = cut_line(head);
    const auto colon = field.find(':');
    if (colon == std::string_view::npos) continue;
    request.headers.add(field.substr(0, colon), field.substr(colon + 1));
  }
  request.host = request.headers.get("host").value_or("");
  return request;
}

std::string_view reason_phrase(int status) {
  switch (status / 100) {
    case 1:
      return "Continue";
    case 2:
      return "OK";
    case 3:
      return "Redirect";
    case 4:
      return "Client Error";
    default:
      return "Server Error";
  }
}

std::string encode(const ServedAnswer& answer, bool with_body) {
  std::string bytes = "HTTP/1.1 " + std::to_string(answer.status) + " ";
  bytes += reason_phrase(answer.status);
  bytes += "\r\n";
  for (const auto& [name, value] : answer.headers) bytes += name + ": " + value + "\r\n";
  // RFC 9110 section 8.6: no Content-Length in a 204; a 304 would speak of another answer.
  if (answer.status != 204 && answer.status != 304) {
    bytes += "Content-Length: " + std::to_string(answer.body.size()) + "\r\n";
  }
  bytes += "\r\n";
  if (with_body) bytes += answer.body;
  return bytes;
}

std::size_t content_length(const ServedRequest& request) {
  const auto value = request.headers.get("content-length").value_or("");
  std::size_t length = 0;
  std::from_chars(value.data(), value.data() + value.size(), length);
  return length;
}

}  // namespace

struct LocalServer::State {
  struct Connection {
    int socket;
    std::thread thread;
    bool closed = false;  // the thread is at its end
  };

  Handler handler;
  int listener = -1;
  std::uint16_t port = 0;
  std::thread acceptor;

  mutable std::mutex mutex;  // guards everything below
  std::condition_variable stopped;
  bool stopping = false;
  std::list<Connection> connections;
  std::size_t most_open = 0;
  std::vector<ServedRequest> log;

  void accept_all();
  void serve(Connection& connection);
  void converse(int socket);
  bool answer(int socket, const ServedRequest& request);
  bool pause(int milliseconds);
  void send_slowly(int socket, std::string_view bytes, int pause_ms);
  void bury_the_closed();
  std::size_t count_open() const;
};

// False when the server is about to end.
bool LocalServer::State::pause(int milliseconds) {
  std::unique_lock lock(mutex);
  return !stopped.wait_for(lock, std::chrono::milliseconds(milliseconds), [&] { return stopping; });
}

void LocalServer::State::send_slowly(int socket, std::string_view bytes, int pause_ms) {
  const std::size_t piece = pause_ms > 0 ? 1 : bytes.size();
  for (; !bytes.empty(); bytes.remove_prefix(piece)) {
    if (!pause(pause_ms) || !send_all(socket, bytes.substr(0, piece))) return;
  }
}

// False: the connection is to be closed.
bool LocalServer::State::answer(int socket, const ServedRequest& request) {
  const ServedAnswer answer = handler(request);
  if (answer.delay_ms > 0 && !pause(answer.delay_ms)) return false;
  if (answer.close_at_once) return false;
  if (answer.raw) {
    send_slowly(socket, *answer.raw, answer.trickle_ms);
    return false;
  }
  const bool with_body = request.method != "HEAD" && answer.status != 204 && answer.status != 304;
  return send_all(socket, encode(answer, with_body)) &&
         request.headers.get("connection").value_or("") != "close";
}

void LocalServer::State::converse(int socket) {
  std::string bytes;
  std::size_t body_left = 0;  // of the last request; read and thrown away
  char piece[16 * 1024];
  for (;;) {
    const auto skipped = std::min(body_left, bytes.size());
    bytes.erase(0, skipped);
    body_left -= skipped;
    const auto end = body_left == 0 ? bytes.find("\r\n\r\n") : std::string::npos;
    if (end != std::string::npos) {
      const ServedRequest request = parse_head(std::string_view(bytes).substr(0, end));
      bytes.erase(0, end + 4);
      body_left = content_length(request);
      {
        const std::lock_guard lock(mutex);
        log.push_back(request);
      }
      if (!answer(socket, request)) return;
      continue;
    }
    const bool no_http = !bytes.empty() && (bytes[0] < 'A' || bytes[0] > 'Z') && body_left == 0;
    if (bytes.size() > max_head_bytes || no_http) {
      send_all(socket, encode({.status = 400}, true));
      return;
    }
    const ssize_t got = ::recv(socket, piece, sizeof piece, 0);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return;
    bytes.append(piece, static_cast<std::size_t>(got));
  }
}

void LocalServer::State::serve(Connection& connection) {
  converse(connection.socket);
  // What the peer still sends would make the kernel answer with a reset that destroys what we sent.
  ::shutdown(connection.socket, SHUT_WR);
  const std::lock_guard lock(mutex);
  connection.closed = true;
}

// Those that neither side has closed, whether our threads have noticed or not.
std::size_t LocalServer::State::count_open() const {
  return std::count_if(connections.begin(), connections.end(), [](const Connection& each) {
    pollfd socket{each.socket, POLLRDHUP, 0};
    return !each.closed && ::poll(&socket, 1, 0) == 0;
  });
}

// Joins the threads that are at their end, so that a long run does not pile them up.
void LocalServer::State::bury_the_closed() {
  std::list<Connection> dead;
  {
    const std::lock_guard lock(mutex);
    for (auto each = connections.begin(); each != connections.end();) {
      const auto next = std::next(each);
      if (each->closed) dead.splice(dead.end(), connections, each);
      each = next;
    }
  }
  for (auto& connection : dead) {
    connection.thread.join();
    ::close(connection.socket);
  }
}

void LocalServer::State::accept_all() {
  for (;;) {
    const int socket = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (socket < 0 && (errno == EINTR || errno == ECONNABORTED)) continue;
    if (socket < 0) return;
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    bury_the_closed();
    const std::lock_guard lock(mutex);
    if (stopping) {
      ::close(socket);
      return;
    }
    Connection& connection = connections.emplace_back(Connection{socket, {}});
    most_open = std::max(most_open, count_open());
    connection.thread = std::thread([this, &connection] { serve(connection); });
  }
}

LocalServer::LocalServer(Handler handler, std::uint16_t port) : state_(std::make_unique<State>()) {
  state_->handler = std::move(handler);
  const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const int on = 1;
  ::setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(port);
  socklen_t size = sizeof address;
  if (listener < 0 || ::bind(listener, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
      ::listen(listener, 128) != 0 ||
      ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
    const std::string why = std::strerror(errno);
    if (listener >= 0) ::close(listener);
    throw std::runtime_error("cannot listen on 127.0.0.1:" + std::to_string(port) + ": " + why);
  }
  state_->listener = listener;
  state_->port = ntohs(address.sin_port);
  state_->acceptor = std::thread([state = state_.get()] { state->accept_all(); });
}

LocalServer::~LocalServer() {
  {
    const std::lock_guard lock(state_->mutex);
    state_->stopping = true;
    for (const auto& connection : state_->connections) ::shutdown(connection.socket, SHUT_RDWR);
  }
  state_->stopped.notify_all();
  ::shutdown(state_->listener, SHUT_RDWR);  // wakes accept
  state_->acceptor.join();
  ::close(state_->listener);
  for (auto& connection : state_->connections) {
    connection.thread.join();
    ::close(connection.socket);
  }
}

std::uint16_t LocalServer::port() const {
  return state_->port;
}

std::string LocalServer::origin() const {
  return "http://127.0.0.1:" + std::to_string(state_->port);
}

std::vector<ServedRequest> LocalServer::log() const {
  const std::lock_guard lock(state_->mutex);
  return state_->log;
}

std::size_t LocalServer::most_connections() const {
  const std::lock_guard lock(state_->mutex);
  return state_->most_open;
}

}  // namespace touchstone
