#include "reports/marks.h"

#include <algorithm>
#include <array>

namespace touchstone {

std::string tell_marks(std::int64_t met, const Phrases& say) {
  static constexpr std::array<std::int64_t, 5> marks{fewest_touchpoints, 30, 50, 94, 100};
  const auto* const next = std::upper_bound(marks.begin(), marks.end(), met);
  if (next == marks.end()) return say("note.inventory-all", {{"n", met}});
  return say("note.inventory", {{"n", met}, {"next", *next}});
}

}  // namespace touchstone
