#include "crawler/own_links.h"

#include <algorithm>

#include "crawler/address_key.h"

namespace touchstone {
namespace {

std::string twin_of(const Url& home) {
  const std::string host(home.host());
  return host.starts_with("www.") ? host.substr(4) : "www." + host;
}

}  // namespace

OwnHosts::OwnHosts(const Url& home) {
  const std::string authority = home.authority(), host(home.host());
  const std::string port = authority.substr(host.size());  // ":8080", mostly empty
  std::vector<std::string> hosts{host};
  if (!home.host_is_ip()) hosts.push_back(twin_of(home));
  for (const auto& each : hosts) {
    if (!port.empty()) {
      origins_.push_back(std::string(home.scheme()) + "://" + each + port + "/");
    } else {
      origins_.push_back("https://" + each + "/");
      origins_.push_back("http://" + each + "/");
    }
  }
}

bool OwnHosts::hold(std::string_view href) const {
  return std::any_of(origins_.begin(), origins_.end(),
                     [&](const std::string& origin) { return href.starts_with(origin); });
}

std::vector<OwnLink> own_links(const SummaryLinks& links, const OwnHosts& own) {
  std::vector<OwnLink> found;
  found.reserve(links.size());
  bool plain = true;  // addresses that are their own keys are distinct already
  for (std::uint32_t i = 0; i < links.list.size(); ++i) {
    const auto address = links.address(links.list[i]);
    if (address.size() > longest_address || !own.hold(address)) continue;
    plain = plain && is_plain_address(address);
    found.push_back({address_key(address), i});
  }
  if (plain) return found;
  auto order = found;
  std::stable_sort(order.begin(), order.end(),
                   [](const OwnLink& a, const OwnLink& b) { return a.key < b.key; });
  order.erase(std::unique(order.begin(), order.end(),
                          [](const OwnLink& a, const OwnLink& b) { return a.key == b.key; }),
              order.end());
  std::sort(order.begin(), order.end(),
            [](const OwnLink& a, const OwnLink& b) { return a.link < b.link; });
  return order;
}

}  // namespace touchstone
