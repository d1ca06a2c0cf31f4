#pragma once

// Map services, by their addresses. Pure and safe from several threads.

#include <string>

#include "site/url.h"

namespace touchstone {

// "google", "2gis"; empty for what is no map.
std::string map_service_of(const Url& url);

}  // namespace touchstone
