#pragma once

// A page that sends its visitors on by itself: <meta http-equiv=refresh> (HTML Standard, "shared
// declarative refresh steps").

#include <optional>

#include "site/page.h"

namespace touchstone {

struct MetaRefresh {
  Element element;
  Url target;
  int seconds = 0;  // how long it waits
};

// Absent when the page stays, or only loads itself again.
std::optional<MetaRefresh> meta_refresh_of(const Page& page);

}  // namespace touchstone
