#pragma once

// What was read already need not be read again: a page costs a hundred times what its bytes do.

#include <optional>

#include "site/challenge.h"
#include "site/site.h"

namespace touchstone {

// The page in that visit's answer; null where it is none. Of the site, when it has read it or home
// has the same bytes, else read into `fresh`.
const Page* page_at(const Site& site, const Visit& visit, std::optional<Page>& fresh);

// What stands in the way of a visit of that site (site/challenge.h).
std::optional<Obstacle> obstacle_at(const Site& site, const Visit& visit);

}  // namespace touchstone
