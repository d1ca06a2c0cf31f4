#pragma once

// The world outside of 127.0.0.0/8 and ::1, as this process sees it: none. Whoever connects to it
// is told that there is no network, and is written down; or meets a server of the test that stands
// there. It holds for this program alone, not for those that it starts.

#include <cstdint>
#include <string>
#include <vector>

namespace touchstone {

// From now on whoever dials the IPv4 address reaches that port of 127.0.0.1, whatever port it asks
// for.
void stand_outside(const std::string& address, std::uint16_t port);

// Addresses dialled outside since the last call, each once; those of stand_outside too.
std::vector<std::string> dialled_outside();

}  // namespace touchstone
