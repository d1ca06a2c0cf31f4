#pragma once

// How far an absence on a page can be believed.

#include <optional>
#include <string>

#include "site/page.h"

namespace touchstone {

struct Judged {
  Trust trust = Trust::none;
  std::optional<Reason> reason;
  std::string blocked_by;
};

Judged judge_trust(const Page& page);

}  // namespace touchstone
