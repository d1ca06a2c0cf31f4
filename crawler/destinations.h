#pragma once

// Where requests to a host go by the word of the user: --connect-to and --resolve, as in curl.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "crawler/ip_address.h"
#include "crawler/options.h"
#include "site/url.h"

namespace touchstone {

struct Destination {
  std::string host;  // as in a URL: IPv6 in brackets
  std::uint16_t port = 0;
  std::vector<IpAddress> addresses;  // given by the user; empty: to be looked up
  bool named = false;                // by the user, so that no guard has a say
};

class Destinations {
 public:
  // Throws std::runtime_error that names the malformed option.
  explicit Destinations(const CrawlOptions& options);

  Destination of(const Url& url) const;

 private:
  struct ConnectTo {
    std::string host, new_host;            // empty: any; the same
    std::uint16_t port = 0, new_port = 0;  // 0: any; the same
  };
  struct Resolve {
    std::string host;  // "*": any
    std::uint16_t port = 0;
    std::vector<IpAddress> addresses;
  };
  static ConnectTo parse_connect_to(const std::string& text);
  static Resolve parse_resolve(const std::string& text);

  std::vector<ConnectTo> connect_to_;
  std::vector<Resolve> resolve_;
};

struct SocketAddress {
  IpAddress address;
  std::uint16_t port = 0;
};

// "127.0.0.1:5353", "[::1]:53", "192.0.2.1" (with `usual_port`). Absent when it is none.
std::optional<SocketAddress> parse_socket_address(std::string_view text, std::uint16_t usual_port);

}  // namespace touchstone
