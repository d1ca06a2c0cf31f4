#pragma once

// The seam between the plan of a crawl and the sockets: ask, then take answers as they come. The
// real one is CurlNetwork (crawler/curl_network.h); tests answer from a map.
//
// One thread uses a Network. It follows redirects hop by hop, guards addresses, keeps the limits
// on connections per host, and undoes content codings under a cap. It does not retry and knows
// neither robots.txt nor roles.

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "site/dns.h"
#include "site/fetch.h"

namespace touchstone {

using Ticket = std::uint64_t;

struct Request {
  Url url;
  std::string method = "GET";
  bool follow_redirects = true;
  // A redirect to this address is the answer: what stands there is asked for already.
  std::optional<Url> stop_before{};
  bool verify_tls = true;
  bool fresh_connection = false;      // for timing samples
  bool drop_body = false;             // count the bytes, keep none
  std::size_t body_limit = 5u << 20;  // bytes kept after decoding; the rest is not read
  // In place of the fields of that name that are usually sent.
  std::vector<std::pair<std::string, std::string>> headers{};
  // "TLSv1.2": a handshake with this version or none, whatever the library thinks of it.
  std::string tls_version{};
  // The longest wait for the whole, where it is shorter than the usual one; 0: the usual one.
  std::chrono::milliseconds patience{0};
  // Asked before each redirect is followed; where it says no, the answer ends with the fault
  // budget_exhausted. Empty: all are.
  std::function<bool(const Url& next)> may_follow{};
  int attempt = 1;
  // Called with each further piece of the decoded body as it arrives, so that links can be followed
  // before the page is whole. May be empty.
  bool stream = false;
};

// What happened since one asked last.
struct Event {
  enum class Kind { body_part, fetched, dns } kind = Kind::fetched;
  Ticket ticket = 0;
  std::string part;  // body_part (Request::stream): bytes decoded so far, in order
  // fetched: the whole. The first body_part of a ticket: the hops so far with status and headers,
  // no body, so that links resolve against the address that answers.
  std::optional<Fetch> fetch;
  std::optional<DnsAnswer> dns;  // dns
};

class Network {
 public:
  virtual ~Network() = default;

  virtual Ticket ask(Request request) = 0;
  virtual Ticket ask_dns(const std::string& name, DnsType type) = 0;

  // Waits until something happened, at most that long. Empty: nothing did, or nothing is asked.
  virtual std::vector<Event> wait(std::chrono::milliseconds at_most) = 0;

  virtual void cancel(Ticket ticket) = 0;
  virtual std::size_t under_way() const = 0;

  // The clock of the crawl; a fake network has a fake clock, so that pauses cost no time in tests.
  virtual Time now() = 0;
  virtual bool has_ipv6() = 0;  // this machine has a global IPv6 address
  virtual void set_connections_per_host(int connections) = 0;
};

}  // namespace touchstone
