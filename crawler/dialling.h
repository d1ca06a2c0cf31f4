#pragma once

// How libcurl is told which machine to dial for a hop, in the syntax of its two options.

#include <string>

#include "crawler/curl_exchange.h"

namespace touchstone {

std::string connect_to_line(const HopQuestion& question);  // empty: the URL's own host and port
std::string resolve_line(const HopQuestion& question);     // empty: nothing to look up

}  // namespace touchstone
