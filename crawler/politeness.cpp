#include "crawler/politeness.h"

#include <fmt/format.h>

#include <algorithm>

#include "crawler/retry.h"

namespace touchstone {

Politeness::Politeness(int connections, double rate)
    : connections_(std::max(connections, 1)),
      apart_(rate > 0 ? static_cast<std::int64_t>(1'000 / rate) : 0) {}

Politeness::Host& Politeness::host(const std::string& name) {
  const auto [found, is_new] = hosts_.try_emplace(name);
  if (is_new) {
    found->second.at_once = connections_;
    found->second.apart = apart_;
  }
  return found->second;
}

const Politeness::Host* Politeness::find(const std::string& name) const {
  const auto found = hosts_.find(name);
  return found == hosts_.end() ? nullptr : &found->second;
}

bool Politeness::may_ask(const std::string& name, Time now) const {
  const auto* known = find(name);
  if (!known) return true;
  return known->stopped.empty() && known->under_way < known->at_once && known->free <= now;
}

std::optional<Time> Politeness::next_turn(Time now) const {
  std::optional<Time> next;
  for (const auto& [name, it] : hosts_)
    if (it.free > now && it.stopped.empty() && (!next || it.free < *next)) next = it.free;
  return next;
}

void Politeness::asked(const std::string& name, Time now) {
  auto& it = host(name);
  ++it.under_way;
  it.free = std::max(it.free, now + it.apart);
}

void Politeness::answered(const std::string& name) {
  --host(name).under_way;
}

void Politeness::keep_apart(const std::string& name, std::chrono::milliseconds pause) {
  auto& it = host(name);
  const auto more = std::clamp(pause, it.apart, std::max(it.apart, longest_wait)) - it.apart;
  it.apart += more;
  it.free += more;
}

void Politeness::too_many(const Url& url, std::optional<std::chrono::milliseconds> wait, Time now) {
  auto& it = host(std::string(url.host()));
  if (it.complained.empty()) it.at_once = std::max(1, it.at_once / 2);
  if (it.complained.size() < 2) it.complained.insert(url.without_fragment().href());
  if (wait && *wait <= longest_wait) it.free = std::max(it.free, now + *wait);
  if (!it.stopped.empty()) return;
  if (wait && *wait > longest_wait)
    it.stopped = fmt::format("the host asked to wait {} s", wait->count() / 1'000);
  else if (it.complained.size() == 2)
    it.stopped = "two addresses of the host answered 429 or 503";
}

void Politeness::challenged(const std::string& name) {
  auto& it = host(name);
  if (++it.challenges == 2 && it.stopped.empty()) it.stopped = "the host showed two bot challenges";
}

std::string Politeness::stopped(const std::string& name) const {
  const auto* known = find(name);
  return known ? known->stopped : "";
}

}  // namespace touchstone
