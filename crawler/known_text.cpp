#include "crawler/known_text.h"

#include <algorithm>

namespace touchstone {

Novelty KnownText::meet(const PageSummary& page) {
  if (!texts_.insert(page.text_hash)) return Novelty::none;
  const auto fresh = std::count_if(page.text_samples.begin(), page.text_samples.end(),
                                   [this](std::uint32_t sample) { return meet_run(sample); });
  // Of a short text a tenth is enough.
  const auto wanted = std::clamp<std::ptrdiff_t>(
      (static_cast<std::ptrdiff_t>(page.text_samples.size()) + 9) / 10, 1, 3);
  return fresh >= wanted ? Novelty::much : Novelty::some;
}

bool KnownText::meet_run(std::uint32_t sample) {
  const std::uint64_t spread = sample * 0x9e3779b97f4a7c15u;
  bool is_new = false;
  for (const auto place : {spread >> 39, (spread >> 14) & 0x1ffffff}) {
    auto& word = runs_[static_cast<std::size_t>(place >> 6)];
    const std::uint64_t bit = std::uint64_t{1} << (place & 63);
    is_new = is_new || (word & bit) == 0;
    word |= bit;
  }
  return is_new;
}

}  // namespace touchstone
