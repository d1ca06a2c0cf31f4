#pragma once

// Questions to the domain name system through c-ares. Its sockets are watched by the event loop;
// nothing here waits. A few questions are under way at once, the others queue, addresses first. One
// thread uses it.

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "crawler/curl_loop.h"
#include "crawler/ip_address.h"
#include "site/dns.h"

namespace touchstone {

class DnsResolver {
 public:
  // `server`: "ADDR:PORT"; empty: those of the system. `patience`: what a request may take in all;
  // all tries of one question fit well into it. Throws std::runtime_error with one line.
  DnsResolver(const std::string& server, std::chrono::milliseconds patience);
  ~DnsResolver();

  // `answered` is called from within ask or process, never after the resolver is gone.
  using Answered = std::function<void(DnsAnswer)>;
  void ask(const std::string& name, DnsType type, Answered answered);

  // The addresses that the hosts file of this machine gives a name; mostly none.
  std::vector<IpAddress> in_hosts_file(const std::string& name) const;

  std::vector<WatchedSocket> sockets() const;
  // The longest time that may pass until process is called; absent: nothing is asked.
  std::optional<std::chrono::milliseconds> next_timeout() const;
  void process(const std::vector<WatchedSocket>& ready);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace touchstone
