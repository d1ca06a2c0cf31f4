#pragma once

// Where a registry ends and a company begins, by the Public Suffix List (https://publicsuffix.org).
// Hosts are ASCII as Url::host() gives them.

#include <optional>
#include <string>
#include <string_view>

namespace touchstone {

// "www.example.co.uk" -> "co.uk". Empty for IP addresses and "localhost".
std::string public_suffix(std::string_view host);

// "www.example.co.uk" -> "example.co.uk". Absent for IP addresses and for a bare suffix.
std::optional<std::string> registrable_domain(std::string_view host);

// True when both belong to one registrable domain (or are the same host).
bool same_company_host(std::string_view a, std::string_view b);

// `host` is `suffix` or ends in "." + suffix: whole labels only, so that "evil-t.me" is no "t.me".
bool host_within(std::string_view host, std::string_view suffix);

}  // namespace touchstone
