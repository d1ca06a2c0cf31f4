#pragma once

// What stands in a page's place (site/challenge.h), judged from a page that was read.

#include <optional>

#include "site/challenge.h"
#include "site/page.h"

namespace touchstone {

std::optional<Obstacle> obstacle_on(const Page& page);

// What obstacle_on said when the page was read: costs nothing.
std::optional<Obstacle> known_obstacle(const Page& page);

}  // namespace touchstone
