#pragma once

#include "site/fetch.h"

namespace touchstone {

Time machine_time();  // now, by this machine's clock

// A network interface of this machine has a global IPv6 address.
bool machine_has_ipv6();

// Standard output leads to a reader who is gone, as behind `| head`.
bool nobody_reads_output();

}  // namespace touchstone
