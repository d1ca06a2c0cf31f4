#pragma once

namespace touchstone {

// A network interface of this machine has a global IPv6 address.
bool machine_has_ipv6();

}  // namespace touchstone
