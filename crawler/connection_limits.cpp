#include "crawler/connection_limits.h"

#include <algorithm>

namespace touchstone {

void ConnectionLimits::wait_for(const std::string& host, std::uint64_t ticket, bool first) {
  auto& waiting = hosts_[host].waiting;
  if (first) {
    waiting.push_front(ticket);
  } else {
    waiting.push_back(ticket);
  }
}

std::optional<std::uint64_t> ConnectionLimits::next() {
  for (auto& [name, host] : hosts_) {
    if (host.waiting.empty() || host.under_way >= std::max(1, per_host_)) continue;
    const auto ticket = host.waiting.front();
    host.waiting.pop_front();
    ++host.under_way;
    return ticket;
  }
  return std::nullopt;
}

void ConnectionLimits::release(const std::string& host) {
  const auto found = hosts_.find(host);
  if (found == hosts_.end()) return;
  --found->second.under_way;
  if (found->second.under_way == 0 && found->second.waiting.empty()) hosts_.erase(found);
}

void ConnectionLimits::forget(std::uint64_t ticket) {
  for (auto each = hosts_.begin(); each != hosts_.end();) {
    auto& waiting = each->second.waiting;
    waiting.erase(std::remove(waiting.begin(), waiting.end(), ticket), waiting.end());
    const bool idle = each->second.under_way == 0 && waiting.empty();
    each = idle ? hosts_.erase(each) : std::next(each);
  }
}

}  // namespace touchstone
