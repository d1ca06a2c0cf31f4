#include "cli/judged_again.h"

namespace touchstone {

Wishes& JudgedAgain::wishes_of(const std::string& scorecard) {
  if (scorecard.empty() || scorecard == today_.scorecard_text()) return today_;
  const auto [place, fresh] = of_their_day_.try_emplace(scorecard);
  if (fresh) {
    try {
      place->second = std::make_unique<Wishes>(options_, RuleFile{"a stored scorecard", scorecard});
    } catch (const RuleError&) {
      place->second = nullptr;
    }
  }
  return place->second ? *place->second : today_;
}

Audit JudgedAgain::judge(const StoredAudit& stored) {
  return wishes_of(stored.scorecard).judge(stored.inspection);
}

}  // namespace touchstone
