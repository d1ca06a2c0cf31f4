#include "site/challenge.h"

namespace touchstone {

std::optional<Obstacle> obstacle_in(const Fetch& fetch) {
  const auto reason = unreadable_because(fetch);
  if (!reason) return std::nullopt;
  return Obstacle{*reason, {}};
}

}  // namespace touchstone
