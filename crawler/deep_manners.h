#pragma once

// How hard a deep crawl asks one company: so many questions at once, so far apart, fewer and later
// once it said that it is too much (RFC 9110 section 10.2.3), and not at all when it says so again
// and again. All hosts of the company count as one.

#include <chrono>
#include <optional>
#include <string>

#include "site/fetch.h"

namespace touchstone {

class DeepManners {
 public:
  // A host that wants to be left alone for longer is not asked again in this visit.
  static constexpr std::chrono::milliseconds longest_wait{60'000};
  static constexpr int most_complaints = 5;  // one behind the other

  // `rate`: requests a second, 0: no limit.
  DeepManners(int connections, double rate);

  bool may_ask(Time now) const;
  Time next_turn() const { return free_; }
  void asked(Time now);

  // An answer that is no complaint came.
  void answered();
  // 429 or 503 came for a question of `when`. Halves what is asked at once, but once only for all
  // questions that were under way together; nothing is asked for `wait` (2 s where it is absent).
  void too_many(Time when, std::optional<std::chrono::milliseconds> wait, Time now);

  // Crawl-delay of robots.txt; at most 10 s is kept to.
  void keep_apart(std::chrono::milliseconds pause);

  int at_once() const { return at_once_; }
  const std::string& stopped() const { return stopped_; }  // why; empty: it goes on

 private:
  int at_once_, under_way_ = 0, complaints_ = 0;
  std::chrono::milliseconds apart_;
  Time free_{}, halved_{};
  std::string stopped_;
};

}  // namespace touchstone
