#pragma once

// A site of real pages with a trap beside them: a part that makes addresses without end, or pages
// that were there before. What a deep crawl reaches of the real pages, and what that costs.

#include <set>
#include <string>
#include <vector>

#include "crawler/local_server.h"

namespace touchstone {

class TrapSite {
 public:
  // The traps that it knows by name, as sentences go on: "a calendar without end".
  static std::vector<std::string> traps();

  TrapSite(const std::string& trap, int real_pages);

  LocalServer::Handler handler() const;
  int real_pages() const { return real_pages_; }

  // How many of the real pages the log's first `most` requests reached.
  int reached(const std::vector<ServedRequest>& log, std::size_t most) const;

 private:
  ServedAnswer answer(const ServedRequest& request) const;
  ServedAnswer real(int number, const std::string& target) const;
  ServedAnswer trap(const std::string& path, const std::string& query) const;
  std::string real_link(int number, const std::string& target) const;
  int number_of(const std::string& target) const;  // of a real page; -1: it is none

  std::string trap_;
  int real_pages_;
};

}  // namespace touchstone
