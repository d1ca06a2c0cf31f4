#pragma once

// From a host name to addresses: localhost, the hosts file, then A and AAAA, asked at the same
// time. Found addresses are remembered for a minute.

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "crawler/dns_resolver.h"
#include "site/fetch.h"

namespace touchstone {

struct HostAnswer {
  std::vector<IpAddress> addresses;  // never empty when there is no fault
  std::optional<Fault> fault;        // name_not_found, no_address or name_undecided
};

class HostAddresses {
 public:
  HostAddresses(DnsResolver& resolver, bool prefer_v6)
      : resolver_(resolver), prefer_v6_(prefer_v6) {}

  // `found` may be called before look_up returns. `afresh`: ask even when it is remembered.
  using Found = std::function<void(HostAnswer)>;
  void look_up(const std::string& host, bool afresh, Found found);

 private:
  struct Pending {
    std::vector<DnsAnswer> answers;  // two make it whole
    std::vector<Found> waiting;
  };
  struct Remembered {
    std::vector<IpAddress> addresses;
    std::chrono::steady_clock::time_point until;
  };
  void take(const std::string& host, DnsAnswer answer);
  HostAnswer judge(const std::vector<DnsAnswer>& answers) const;

  DnsResolver& resolver_;
  bool prefer_v6_;
  std::map<std::string, Pending> pending_;
  std::map<std::string, Remembered> remembered_;
};

}  // namespace touchstone
