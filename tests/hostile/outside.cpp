#include "tests/hostile/outside.h"

#include <arpa/inet.h>
#include <dlfcn.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cerrno>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <utility>

namespace touchstone {

namespace {

struct Outside {
  std::mutex mutex;
  std::map<std::string, std::uint16_t> standing;
  std::set<std::string> dialled;
};

Outside& outside() {
  static Outside world;
  return world;
}

// As text; empty for what is no address of the world outside.
std::string address_outside(const sockaddr* address) {
  char text[INET6_ADDRSTRLEN] = "";
  if (address->sa_family == AF_INET) {
    const auto& v4 = *reinterpret_cast<const sockaddr_in*>(address);
    if (ntohl(v4.sin_addr.s_addr) >> 24 == 127) return {};
    return inet_ntop(AF_INET, &v4.sin_addr, text, sizeof text);
  }
  if (address->sa_family == AF_INET6) {
    const auto& v6 = *reinterpret_cast<const sockaddr_in6*>(address);
    if (IN6_IS_ADDR_LOOPBACK(&v6.sin6_addr)) return {};
    return inet_ntop(AF_INET6, &v6.sin6_addr, text, sizeof text);
  }
  return {};
}

using Connect = int (*)(int, const sockaddr*, socklen_t);

Connect real_connect() {
  static const auto found = reinterpret_cast<Connect>(::dlsym(RTLD_NEXT, "connect"));
  return found;
}

}  // namespace

void stand_outside(const std::string& address, std::uint16_t port) {
  const std::lock_guard lock(outside().mutex);
  outside().standing[address] = port;
}

std::vector<std::string> dialled_outside() {
  const std::lock_guard lock(outside().mutex);
  const auto dialled = std::exchange(outside().dialled, {});
  return {dialled.begin(), dialled.end()};
}

}  // namespace touchstone

// Found before the C library's, by libcurl and c-ares too.
extern "C" int connect(int socket, const sockaddr* address, socklen_t size) {
  using touchstone::outside;
  const std::string there = touchstone::address_outside(address);
  if (there.empty()) return touchstone::real_connect()(socket, address, size);
  std::optional<std::uint16_t> port;
  {
    const std::lock_guard lock(outside().mutex);
    outside().dialled.insert(there);
    const auto standing = outside().standing.find(there);
    if (standing != outside().standing.end()) port = standing->second;
  }
  if (!port) {
    errno = ENETUNREACH;
    return -1;
  }
  sockaddr_in here{};
  here.sin_family = AF_INET;
  here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  here.sin_port = htons(*port);
  return touchstone::real_connect()(socket, reinterpret_cast<const sockaddr*>(&here), sizeof here);
}
