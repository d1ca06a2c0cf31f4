#pragma once

// Pages of others that a company's page leads to and that are asked for once: its profiles, its
// cards on maps, reviews of it, what it shows in a frame.

#include <vector>

#include "crawler/discovery.h"
#include "site/page.h"

namespace touchstone {

// In the order of the page, each address once. Note: "social", "map", "reviews", "store", "login",
// "frame".
std::vector<Found> outsiders_of(const Page& page, const Url& home);

// A page of a platform that people share: social networks, maps, reviews, stores of apps. One of
// them that works says nothing of another, and most of them refuse programs.
bool is_on_platform(const Url& url);

// Where the registry of a domain answers for it (RFC 9082 section 3.1.3); absent when it is not
// known to.
std::optional<Url> registration_of(const std::string& domain);

}  // namespace touchstone
