#pragma once

// Cookie walls: a question of consent where the page should be.

#include "site/page.h"

namespace touchstone {

bool is_cookie_wall(const Page& page);

}  // namespace touchstone
