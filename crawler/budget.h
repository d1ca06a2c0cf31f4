#pragma once

// How much one visit may ask, keep and take: what the company's host bears from a guest,
// and what our memory bears from a hostile host.

#include <cstddef>

#include "crawler/options.h"
#include "crawler/task.h"

namespace touchstone {

class Budget {
 public:
  Budget(const CrawlOptions& options, Time start);

  Time deadline() const { return deadline_; }

  // Whether one more such question may be asked.
  bool allows(const Task& task) const;
  // The limit that forbids it, for people: "60 pages".
  std::string limit(const Task& task) const;

  // It takes one of the requests that the company's pages need, whatever files they name; the pages
  // tell what a customer finds. It waits until no page is left.
  bool gives_way(const Task& task) const;

  void asked(const Task& task);
  // Cuts the page or style sheet where so much was read already that judging would take too long.
  void answered(const Task& task, Fetch& fetch);

  // One more hop to the company's own host; false: there is no request left for it.
  bool takes_hop(Role role);

  // Bytes that the next answer may keep.
  std::size_t body_limit() const;

  int own_requests() const { return own_requests_; }
  // Further requests that the company's host may be asked, without what is kept back.
  std::size_t left() const;

 private:
  int most(const Task& task) const;
  int samples() const;  // requests kept back for the samples of time

  CrawlOptions options_;
  Time deadline_;
  int home_hops_ = 1;  // requests that it takes to reach home
  int own_requests_ = 0, pages_ = 0, resources_ = 0;
  std::size_t kept_bytes_ = 0, reading_ = 0;
};

}  // namespace touchstone
