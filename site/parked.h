#pragma once

// Parked and for-sale domains: two independent signals are needed.

#include <vector>

#include "site/page.h"

namespace touchstone {

// The signals that a page shows by itself.
int parking_signals(const Page& page);

constexpr int parking_signals_needed = 2;

// One of the name servers ("ns1.sedoparking.com") is a parking service's.
bool is_parking_name_server(const std::vector<std::string>& name_servers);

}  // namespace touchstone
