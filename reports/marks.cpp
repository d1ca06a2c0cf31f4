#include "reports/marks.h"

#include <algorithm>
#include <array>

namespace touchstone {

std::string tell_marks(std::int64_t met, const Phrases& say) {
  static constexpr std::array<std::int64_t, 5> marks{fewest_touchpoints, 30, 50, 94, 100};
  const auto* const next = std::upper_bound(marks.begin(), marks.end(), met);
  if (next == marks.end()) return say("note.inventory-all", {{"n", met}});
  if (next == marks.begin()) return say("note.inventory", {{"n", met}, {"next", *next}});
  std::string beaten;
  for (const auto* mark = marks.begin(); mark != next; ++mark) {
    if (!beaten.empty()) beaten += mark + 1 == next ? say("separator.and") : say("separator.list");
    beaten += say.whole(*mark);
  }
  return say("note.inventory-beats", {{"n", met}, {"beaten", beaten}, {"next", *next}});
}

}  // namespace touchstone
