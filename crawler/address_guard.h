#pragma once

// Which machines a crawl may talk to. A page of a stranger must not be able to send us to the
// user's own network, so special addresses are refused, after redirects too, unless the user named
// them.

#include <set>
#include <string>
#include <vector>

#include "crawler/ip_address.h"
#include "site/url.h"

namespace touchstone {

// A global unicast address by the registries of special-purpose addresses (RFC 6890 and its
// successors). The IPv4 address inside of NAT64, 6to4 and mapped forms decides for them.
bool is_public(const IpAddress& address);

// "localhost" and what is below it (RFC 6761 section 6.3).
bool is_localhost(std::string_view host);

class AddressGuard {
 public:
  AddressGuard(bool allow_private, const Url& start);

  // Those of `addresses` that requests to `host` may use.
  std::vector<IpAddress> allowed(const std::string& host, std::vector<IpAddress> addresses) const;

 private:
  bool allow_private_;
  std::string named_host_;  // the start's, when it is an address or localhost; else empty
};

}  // namespace touchstone
