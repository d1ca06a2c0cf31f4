#pragma once

// A Network that answers from a map, with a clock of its own: pauses cost no time, and every
// question is in a log.

#include <map>
#include <string>
#include <vector>

#include "crawler/network.h"

namespace touchstone {

struct FakeAnswer {
  int status = 200;
  std::string body{};
  std::vector<std::pair<std::string, std::string>> headers{};
  std::optional<FaultKind> fault{};
  int delay_ms = 10;                 // until the answer is whole
  std::vector<std::string> parts{};  // of the body, spread evenly over the delay
};

FakeAnswer html(std::string body);
FakeAnswer status(int code, std::vector<std::pair<std::string, std::string>> headers = {});
FakeAnswer moved(std::string location);
FakeAnswer fails(FaultKind kind);

struct FakeQuestion {
  std::string url;
  int at_ms = 0;  // since the start
  Request request;
};

class FakeNetwork : public Network {
 public:
  // The answers of an address one after the other; the last one stays. What is not there is 404.
  std::map<std::string, std::vector<FakeAnswer>> world;
  FakeAnswer otherwise = status(404);
  std::map<std::pair<std::string, DnsType>, DnsAnswer> names;
  bool silent_names = false;  // no question to the DNS is ever answered
  bool ipv6 = false;
  // When set, it is what answers take, in place of their delay: a connection one round trip, TLS
  // one more, a question one. Connections are shared as HTTP/2 shares them.
  int round_trip_ms = 0;

  std::vector<FakeQuestion> log;  // every question, redirects not counted
  std::vector<std::pair<std::string, DnsType>> dns_log;
  std::map<std::string, int> most_at_once;  // by host
  int connections_per_host = 0;

  // How often an address was asked, and when for the first time (-1: never).
  int asked(const std::string& url) const;
  int first_asked_ms(const std::string& url) const;
  std::vector<int> times_ms(const std::string& url) const;
  int elapsed_ms() const { return static_cast<int>((now_ - start).count()); }

  Ticket ask(Request request) override;
  Ticket ask_dns(const std::string& name, DnsType type) override;
  std::vector<Event> wait(std::chrono::milliseconds at_most) override;
  void cancel(Ticket ticket) override;
  std::size_t under_way() const override { return due_.size(); }
  Time now() override { return now_; }
  bool has_ipv6() override { return ipv6; }
  void set_connections_per_host(int connections) override { connections_per_host = connections; }

  static constexpr Time start{std::chrono::milliseconds(1'790'000'000'000)};

 private:
  FakeAnswer next_answer(const std::string& url);
  Fetch fetch_of(const Request& request, FakeAnswer& last);
  // The moment when it is answered; the hops get their timing.
  Time answer_over_connections(const Request& request, Fetch& fetch);

  Time now_ = start;
  Ticket last_ticket_ = 0;
  std::multimap<Time, Event> due_;
  std::map<Ticket, std::string> host_of_;
  std::map<std::string, int> at_once_;
  std::map<std::string, Time> connected_;  // by origin
};

}  // namespace touchstone
