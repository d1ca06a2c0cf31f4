#pragma once

// From a host name to addresses: localhost, the hosts file, then A and AAAA, asked at the same
// time. A name server that answers one and is silent about the other delays nobody for long
// (RFC 8305 section 3). Found addresses are remembered for a minute.

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

  // Goes on with what is there where the second answer lets wait too long. Says how long it may
  // take until that is so for the next; absent when nothing waits.
  std::optional<std::chrono::milliseconds> settle();

 private:
  using Clock = std::chrono::steady_clock;
  struct Pending {
    int number = 0;                  // answers to an earlier look-up come too late for this one
    std::vector<DnsAnswer> answers;  // two make it whole
    std::vector<Found> waiting;
    std::optional<Clock::time_point> settles;  // the first answer brought addresses
  };
  struct Remembered {
    std::vector<IpAddress> addresses;
    Clock::time_point until;
  };
  void take(const std::string& host, int number, DnsAnswer answer);
  void finish(const std::string& host);
  HostAnswer judge(const std::vector<DnsAnswer>& answers) const;

  DnsResolver& resolver_;
  bool prefer_v6_;
  int last_number_ = 0;
  std::map<std::string, Pending> pending_;
  std::map<std::string, Remembered> remembered_;
};

}  // namespace touchstone
