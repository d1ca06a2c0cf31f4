#pragma once

#include <string>

namespace touchstone {

// A proxy as in curl: "[SCHEME://][USER:PASSWORD@]HOST[:PORT]". Throws std::runtime_error with one
// line when it is none that libcurl can use. Empty: no proxy.
void require_proxy(const std::string& proxy);

// The proxy looks up the names of the hosts behind it; otherwise we do (socks4, socks5).
bool proxy_looks_up(const std::string& proxy);

}  // namespace touchstone
