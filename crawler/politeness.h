#pragma once

// How hard a host may be asked: so many questions at once, so far apart, and not at all any more
// once it said that it is too much.

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "site/fetch.h"

namespace touchstone {

class Politeness {
 public:
  // `rate`: requests a second to one host, 0: no limit.
  Politeness(int connections, double rate);

  bool may_ask(const std::string& host, Time now) const;
  // When the next pause of a host ends; absent when none pauses.
  std::optional<Time> next_turn(Time now) const;

  void asked(const std::string& host, Time now);
  void answered(const std::string& host);

  // Crawl-delay of the host's robots.txt; at most 10 s is kept to.
  void keep_apart(const std::string& host, std::chrono::milliseconds pause);

  // The host answered 429 or 503 for that address. `wait`: its Retry-After, absent when it sent
  // none. The first such address halves the concurrency, the second stops the host; so does a wait
  // of more than 10 s.
  void too_many(const Url& url, std::optional<std::chrono::milliseconds> wait, Time now);

  // A bot challenge was shown; the second stops the host.
  void challenged(const std::string& host);

  // Why nothing is asked there any more; empty while it is.
  std::string stopped(const std::string& host) const;

 private:
  struct Host {
    int at_once = 1, under_way = 0, challenges = 0;
    std::chrono::milliseconds apart{};
    Time free{};                       // not to be asked before
    std::set<std::string> complained;  // addresses that answered 429 or 503, at most two
    std::string stopped;
  };
  Host& host(const std::string& name);
  const Host* find(const std::string& name) const;

  int connections_;
  std::chrono::milliseconds apart_;
  std::map<std::string, Host> hosts_;
};

}  // namespace touchstone
