#include "tests/crawler/name_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <stdexcept>
#include <thread>

namespace touchstone {

namespace wire {

std::string number16(unsigned value) {
  return {static_cast<char>(value >> 8), static_cast<char>(value & 0xff)};
}

std::string a(const std::string& dotted) {
  in_addr address{};
  ::inet_pton(AF_INET, dotted.c_str(), &address);
  return {reinterpret_cast<const char*>(&address), sizeof address};
}

std::string aaaa(const std::string& text) {
  in6_addr address{};
  ::inet_pton(AF_INET6, text.c_str(), &address);
  return {reinterpret_cast<const char*>(&address), sizeof address};
}

std::string name(const std::string& dotted) {
  std::string bytes;
  for (std::size_t begin = 0; begin < dotted.size();) {
    const auto end = std::min(dotted.find('.', begin), dotted.size());
    bytes += static_cast<char>(end - begin);
    bytes += dotted.substr(begin, end - begin);
    begin = end + 1;
  }
  return bytes + '\0';
}

std::string strings(const std::vector<std::string>& parts) {
  std::string bytes;
  for (const auto& part : parts) bytes += static_cast<char>(part.size()) + part;
  return bytes;
}

}  // namespace wire

namespace {

using wire::number16;

// The name of the first question, without its last dot; where it ends.
std::string question_name(const std::string& message, std::size_t& at) {
  std::string name;
  while (at < message.size() && message[at] != 0) {
    const auto length = static_cast<unsigned char>(message[at]);
    name += (name.empty() ? "" : ".") + message.substr(at + 1, length);
    at += 1 + length;
  }
  ++at;
  return name;
}

std::string encode(const std::string& asked, std::size_t question_end, const NameAnswer& answer) {
  std::string bytes = asked.substr(0, 2);
  bytes += number16(0x8180u | static_cast<unsigned>(answer.code));
  bytes += number16(1) + number16(static_cast<unsigned>(answer.records.size())) + number16(0) +
           number16(0);
  bytes += asked.substr(12, question_end - 12);
  if (answer.garbage) return bytes.substr(0, 12) + *answer.garbage;
  for (const auto& record : answer.records) {
    bytes += number16(0xc00c);  // the name of the question
    bytes += number16(static_cast<unsigned>(record.type)) + number16(1);
    bytes += number16(0) + number16(60);
    bytes += number16(static_cast<unsigned>(record.bytes.size())) + record.bytes;
  }
  return bytes;
}

}  // namespace

struct NameServer::State {
  Handler handler;
  int socket = -1;
  std::uint16_t port = 0;
  std::atomic<bool> stopping{false};
  std::atomic<int> asked{0};
  std::thread thread;

  void serve();
};

void NameServer::State::serve() {
  std::array<char, 4096> buffer;
  while (!stopping) {
    pollfd waiting{socket, POLLIN, 0};
    if (::poll(&waiting, 1, 10) <= 0) continue;
    sockaddr_in peer{};
    socklen_t size = sizeof peer;
    const ssize_t got = ::recvfrom(socket, buffer.data(), buffer.size(), 0,
                                   reinterpret_cast<sockaddr*>(&peer), &size);
    if (got < 17) continue;
    const std::string message(buffer.data(), static_cast<std::size_t>(got));
    std::size_t at = 12;
    const std::string name = question_name(message, at);
    const int type =
        static_cast<unsigned char>(message[at]) << 8 | static_cast<unsigned char>(message[at + 1]);
    ++asked;
    const NameAnswer answer = handler(name, type);
    if (answer.silent) continue;
    const std::string reply = encode(message, at + 4, answer);
    ::sendto(socket, reply.data(), reply.size(), 0, reinterpret_cast<sockaddr*>(&peer), size);
  }
}

NameServer::NameServer(Handler handler) : state_(std::make_unique<State>()) {
  state_->handler = std::move(handler);
  state_->socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (::bind(state_->socket, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
      ::getsockname(state_->socket, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
    throw std::runtime_error("no port for the name server");
  }
  state_->port = ntohs(address.sin_port);
  state_->thread = std::thread([state = state_.get()] { state->serve(); });
}

NameServer::~NameServer() {
  state_->stopping = true;
  state_->thread.join();
  ::close(state_->socket);
}

std::string NameServer::address() const {
  return "127.0.0.1:" + std::to_string(state_->port);
}

int NameServer::asked() const {
  return state_->asked;
}

}  // namespace touchstone
