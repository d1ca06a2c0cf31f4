#pragma once

// The real Network: libcurl carries HTTP, c-ares resolves names, one loop serves both. Every
// connection goes to an address that the guard judged, so that a name which answers differently
// the second time gains nothing.

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "crawler/network.h"
#include "crawler/options.h"

namespace touchstone {

class CurlNetwork : public Network {
 public:
  // Throws std::runtime_error with one line when an option is unusable.
  CurlNetwork(const CrawlOptions& options, const Url& start);
  ~CurlNetwork() override;

  Ticket ask(Request request) override;
  Ticket ask_dns(const std::string& name, DnsType type) override;
  std::vector<Event> wait(std::chrono::milliseconds at_most) override;
  void cancel(Ticket ticket) override;
  std::size_t under_way() const override;
  Time now() override;
  bool has_ipv6() override;
  void set_connections_per_host(int connections) override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace touchstone
