#include "reports/lists.h"

#include "reports/tally.h"

namespace touchstone {

std::vector<ToldList> tell_lists(const Audit& audit, const Phrases& say) {
  const Lists lists = lists_of(audit);
  std::vector<ToldList> told;
  const auto add = [&](std::string_view key, const Picked& items) {
    if (!items.empty()) told.push_back({say(key), items});
  };
  add("list.create-wow", lists.create_wow);
  add("list.remove-sucks", lists.remove_sucks);
  add("list.lift-so-so", lists.lift_so_so);
  add("list.quick-wins", lists.quick_wins);
  add("list.without-chip", lists.without_chip);
  add("list.most-significant", lists.most_significant);
  return told;
}

std::string tell_first_step(const Audit& audit, const Phrases& say) {
  const PlanItem* item = first_step(audit);
  if (!item) return {};
  return title_of(audit, item->touchpoint) + ": " + item->what + " (" +
         say("plan.who-when", {{"who", item->who}, {"by", say.date(item->by)}}) + ")";
}

std::vector<std::string> tell_sub_scores(const Audit& audit, const Phrases& say) {
  const SubScores scores = sub_scores_of(audit);
  std::vector<std::string> told;
  const auto add = [&](std::string_view key, const Score& score) {
    if (score.points) told.push_back(say(key) + " " + tell_points(score.points));
  };
  add("sub-score.online", scores.online);
  add("sub-score.offline", scores.offline);
  add("sub-score.start", scores.start);
  add("sub-score.stay", scores.stay);
  add("sub-score.customer-sees", scores.customer_sees);
  for (const auto& [position, score] : scores.positions) add("position." + position, score);
  return told;
}

}  // namespace touchstone
