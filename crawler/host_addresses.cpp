#include "crawler/host_addresses.h"

#include <algorithm>

#include "crawler/address_guard.h"

namespace touchstone {

namespace {

constexpr std::chrono::seconds memory{60};
constexpr std::chrono::milliseconds resolution_delay{250};
constexpr std::size_t max_remembered = 10'000;

bool any(const std::vector<DnsAnswer>& answers, DnsOutcome outcome) {
  return std::any_of(answers.begin(), answers.end(),
                     [&](const DnsAnswer& answer) { return answer.outcome == outcome; });
}

}  // namespace

void HostAddresses::look_up(const std::string& host, bool afresh, Found found) {
  if (is_localhost(host)) {  // RFC 6761 section 6.3: never ask the network
    return found({{*IpAddress::parse("127.0.0.1"), *IpAddress::parse("::1")}, {}});
  }
  const auto now = Clock::now();
  const auto known = remembered_.find(host);
  if (!afresh && known != remembered_.end() && now < known->second.until) {
    return found({known->second.addresses, {}});
  }
  if (auto addresses = resolver_.in_hosts_file(host); !addresses.empty()) {
    return found({std::move(addresses), {}});
  }
  auto& pending = pending_[host];
  pending.waiting.push_back(std::move(found));
  if (pending.waiting.size() > 1) return;
  const int number = pending.number = ++last_number_;
  for (const DnsType type : {DnsType::a, DnsType::aaaa}) {
    resolver_.ask(host, type, [this, host, number](DnsAnswer answer) {
      take(host, number, std::move(answer));
    });
  }
}

void HostAddresses::take(const std::string& host, int number, DnsAnswer answer) {
  const auto found = pending_.find(host);
  if (found == pending_.end() || found->second.number != number) return;
  Pending& pending = found->second;
  if (!answer.records.empty()) pending.settles = Clock::now() + resolution_delay;
  pending.answers.push_back(std::move(answer));
  if (pending.answers.size() == 2) finish(host);
}

std::optional<std::chrono::milliseconds> HostAddresses::settle() {
  const auto now = Clock::now();
  std::vector<std::string> late;
  std::optional<std::chrono::milliseconds> next;
  for (const auto& [host, pending] : pending_) {
    if (!pending.settles) continue;
    if (*pending.settles <= now) {
      late.push_back(host);
    } else {
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(*pending.settles - now);
      next = next ? std::min(*next, left) : left;
    }
  }
  for (const auto& host : late) finish(host);
  return next;
}

void HostAddresses::finish(const std::string& host) {
  const auto found = pending_.find(host);
  if (found == pending_.end()) return;
  const Pending done = std::move(found->second);
  pending_.erase(found);
  const HostAnswer judged = judge(done.answers);
  if (!judged.fault) {
    if (remembered_.size() >= max_remembered) remembered_.clear();
    remembered_[host] = {judged.addresses, Clock::now() + memory};
  }
  for (const auto& waiting : done.waiting) waiting(judged);
}

HostAnswer HostAddresses::judge(const std::vector<DnsAnswer>& answers) const {
  HostAnswer judged;
  for (const auto& answer : answers) {
    for (const auto& record : answer.records) {
      if (const auto address = IpAddress::parse(record)) judged.addresses.push_back(*address);
    }
  }
  std::stable_partition(judged.addresses.begin(), judged.addresses.end(),
                        [&](const IpAddress& address) { return address.is_v4() != prefer_v6_; });
  if (!judged.addresses.empty()) return judged;
  if (any(answers, DnsOutcome::no_such_name)) {
    judged.fault = Fault{FaultKind::name_not_found, "the name does not exist (NXDOMAIN)"};
  } else if (any(answers, DnsOutcome::undecided)) {
    judged.fault = Fault{FaultKind::name_undecided, "the name server gave no usable answer"};
  } else {
    judged.fault = Fault{FaultKind::no_address, "the name has no address"};
  }
  return judged;
}

}  // namespace touchstone
