#include "reports/lists.h"

#include <algorithm>

#include "reports/tally.h"

namespace touchstone {

std::vector<ToldList> tell_lists(const Audit& audit, const Phrases& say) {
  const Lists lists = lists_of(audit);
  std::vector<ToldList> told;
  const auto add = [&](std::string_view key, const Picked& items) {
    if (!items.empty()) told.push_back({say(key), items, false});
  };
  add("list.create-wow", lists.create_wow);
  add("list.remove-sucks", lists.remove_sucks);
  add("list.lift-so-so", lists.lift_so_so);
  if (!lists.quick_wins.empty()) {
    const auto count = static_cast<std::int64_t>(lists.quick_wins.size());
    told.push_back({say("list.quick-wins", {{"n", count}, {"gain", say.points(lists.quick_gain)}}),
                    lists.quick_wins, true});
  }
  add("list.without-chip", lists.without_chip);
  add("list.most-significant", lists.most_significant);
  return told;
}

std::string tell_first_step(const Audit& audit, const Phrases& say) {
  const PlanItem* item = first_step(audit);
  if (!item) return {};
  return title_of(audit, item->touchpoint) + ": " + tell_plainly(*item) + " (" +
         tell_who_when(item->who, item->by, item->state, say) + ")";
}

std::string tell_plainly(const PlanItem& item) {
  return item.plainly.empty() ? item.what : item.plainly;
}

std::vector<ToldPosition> tell_positions(const Audit& audit, const Phrases& say) {
  std::vector<ToldPosition> told;
  for (const auto& [position, score] : sub_scores_of(audit).positions) {
    Picked touchpoints = at_position(audit, position);
    if (touchpoints.empty()) continue;
    const std::string points = score.points ? " " + say.points(score.points) : "";
    told.push_back({say("position." + position) + points, std::move(touchpoints)});
  }
  return told;
}

std::string tell_with_points(const Picked& touchpoints, std::size_t most, const Phrases& say) {
  std::string told;
  for (std::size_t i = 0; i < std::min(most, touchpoints.size()); ++i) {
    const Touchpoint& one = *touchpoints[i];
    told += (i == 0 ? "" : say("separator.parts")) + one.rule->title + " " + say.points(one.points);
  }
  return told;
}

std::string tell_finding(const Touchpoint& touchpoint, const Phrases& say) {
  std::string told = tell_touchpoint(touchpoint, say);
  if (touchpoint.reaction.empty()) return told;
  return say("reaction", {{"text", touchpoint.reaction}}) + (told.empty() ? "" : " ") + told;
}

std::vector<std::string> tell_sub_scores(const Audit& audit, const Phrases& say) {
  const SubScores scores = sub_scores_of(audit);
  std::vector<std::string> told;
  const auto add = [&](std::string_view key, const Score& score) {
    if (score.points) told.push_back(say(key) + " " + say.points(score.points));
  };
  add("sub-score.online", scores.online);
  add("sub-score.offline", scores.offline);
  add("sub-score.start", scores.start);
  add("sub-score.stay", scores.stay);
  add("sub-score.customer-sees", scores.customer_sees);
  return told;
}

}  // namespace touchstone
