#include "crawler/host_addresses.h"

#include <algorithm>

#include "crawler/address_guard.h"

namespace touchstone {

namespace {

constexpr std::chrono::seconds memory{60};
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
  const auto now = std::chrono::steady_clock::now();
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
  for (const DnsType type : {DnsType::a, DnsType::aaaa}) {
    resolver_.ask(host, type, [this, host](DnsAnswer answer) { take(host, std::move(answer)); });
  }
}

void HostAddresses::take(const std::string& host, DnsAnswer answer) {
  const auto found = pending_.find(host);
  if (found == pending_.end()) return;
  found->second.answers.push_back(std::move(answer));
  if (found->second.answers.size() < 2) return;
  const Pending done = std::move(found->second);
  pending_.erase(found);
  const HostAnswer judged = judge(done.answers);
  if (!judged.fault) {
    if (remembered_.size() >= max_remembered) remembered_.clear();
    remembered_[host] = {judged.addresses, std::chrono::steady_clock::now() + memory};
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
