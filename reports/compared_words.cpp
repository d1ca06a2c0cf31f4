#include "reports/compared_words.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "reports/tally.h"

namespace touchstone {

namespace {

std::int64_t count(std::size_t number) {
  return static_cast<std::int64_t>(number);
}

class ComparedLists {
 public:
  ComparedLists(const Comparison& comparison, const Rulebook& rulebook, const Phrases& say)
      : comparison_(comparison), rulebook_(rulebook), say_(say) {}

  std::vector<ComparedList> tell() {
    standing("section.behind", Standing::behind);
    standing("section.lead", Standing::lead);
    borrow();
    std::vector<std::string> protect;
    for (const auto& id : comparison_.protect) protect.push_back(title_of(id));
    add("section.protect", std::move(protect));
    std::vector<std::string> chips;
    for (const auto& one : comparison_.our_chips) {
      chips.push_back(title_of(one.touchpoint) + ": " +
                      chip_title(rulebook_, one.touchpoint, one.chip, say_));
    }
    add("section.our-chips", std::move(chips));
    marked("section.same", &ComparedTouchpoint::same_as_all);
    marked("section.free-field", &ComparedTouchpoint::free_field);
    incomparable();
    return std::move(lists_);
  }

 private:
  void add(std::string_view key, std::vector<std::string> items) {
    if (!items.empty()) lists_.push_back({say_(key), std::move(items)});
  }

  std::string title_of(const std::string& id) const {
    const ComparedTouchpoint* found = comparison_.find(id);
    return found ? found->title : id;
  }

  std::string who(std::size_t side) const { return name_of(comparison_.sides[side]); }

  void standing(std::string_view key, Standing wanted) {
    std::vector<std::string> items;
    for (const auto* one : comparison_.standing(wanted)) {
      items.push_back(one->title + ": " +
                      say_("compare.against", {{"ours", say_.points(one->cells.front().points)},
                                               {"best", say_.points(one->best)},
                                               {"who", who(*one->best_rival)}}));
    }
    add(key, std::move(items));
  }

  void borrow() {
    std::vector<std::string> items;
    for (const auto& one : comparison_.borrow) {
      const ComparedTouchpoint* row = comparison_.find(one.touchpoint);
      const std::string what =
          one.chip ? title_of(one.touchpoint) + ": " +
                         chip_title(rulebook_, one.touchpoint, *one.chip, say_)
                   : title_of(one.touchpoint) + " " + say_.points(row->cells[one.from].points);
      items.push_back(what + " (" + who(one.from) + ")");
    }
    add("section.borrow", std::move(items));
  }

  void marked(std::string_view key, bool ComparedTouchpoint::*mark) {
    std::vector<std::string> items;
    for (const auto& one : comparison_.touchpoints) {
      if (one.*mark) items.push_back(one.title + " " + say_.points(one.cells.front().points));
    }
    add(key, std::move(items));
  }

  void incomparable() {
    std::map<std::string, std::string> titles;
    for (const auto* one : comparison_.standing(Standing::incomparable)) {
      std::string& list = titles[one->why];
      list += (list.empty() ? "" : say_("separator.parts")) + one->title;
    }
    std::vector<std::string> items;
    for (const auto& [why, list] : titles) {
      items.push_back(say_("incomparable." + why) + ": " + list);
    }
    add("section.incomparable", std::move(items));
  }

  const Comparison& comparison_;
  const Rulebook& rulebook_;
  const Phrases& say_;
  std::vector<ComparedList> lists_;
};

}  // namespace

std::string name_of(const Contender& side) {
  return side.audit.name.empty() ? side.audit.host : side.audit.name;
}

std::string tell_cell(const ComparedCell& cell, const Phrases& say) {
  if (cell.status == Status::assessed && cell.verdict) {
    return say("verdict." + std::string(to_string(*cell.verdict)));
  }
  return say("status." + std::string(to_string(cell.status)));
}

std::string_view sign_of(const ComparedCell& cell) {
  if (cell.status == Status::missing) return "∅";
  if (cell.status == Status::absent || cell.status == Status::not_applicable) return "–";
  if (!cell.verdict) return "?";
  if (*cell.verdict == Verdict::wow) return "★";
  return *cell.verdict == Verdict::so_so ? "◐" : "✕";
}

std::string tell_met(int touchpoints, const Phrases& say) {
  return say("compare.met", {{"n", std::int64_t{touchpoints}}});
}

std::string tell_standing(const ComparedTouchpoint& touchpoint, const Phrases& say) {
  switch (touchpoint.standing) {
    case Standing::lead:
      return "▲ " + say("standing.lead", {{"n", say.points(-*touchpoint.gap)}});
    case Standing::behind:
      return "▼ " + say("standing.behind", {{"n", say.points(*touchpoint.gap)}});
    case Standing::level:
      return "= " + say("standing.level");
    case Standing::incomparable:
      break;
  }
  return {};
}

std::vector<std::string> tell_summary(const Comparison& comparison, const Phrases& say) {
  const std::size_t lead = comparison.standing(Standing::lead).size(),
                    level = comparison.standing(Standing::level).size(),
                    behind = comparison.standing(Standing::behind).size();
  if (lead + level + behind == 0) return {say("compare.nothing")};
  std::vector<std::string> told;
  const std::vector<PhraseArgument> standings{{"n", count(lead + level + behind)},
                                              {"lead", count(lead)},
                                              {"level", count(level)},
                                              {"behind", count(behind)}};
  told.push_back(say("compare.summary", standings));
  const std::vector<PhraseArgument> inventory{{"we", count(comparison.only_we.size())},
                                              {"they", count(comparison.only_they.size())},
                                              {"both", count(comparison.both.size())}};
  told.push_back(say("compare.inventory", inventory));
  if (comparison.sameness) {
    told.push_back(say("compare.sameness", {{"n", std::int64_t{*comparison.sameness}}}));
  }
  if (comparison.too_alike) told.push_back(say("compare.too-alike"));
  told.push_back(comparison.common > 0 ? say("compare.common", {{"n", count(comparison.common)}})
                                       : say("compare.no-totals"));
  return told;
}

std::vector<ComparedList> tell_comparison(const Comparison& comparison, const Rulebook& rulebook,
                                          const Phrases& say) {
  return ComparedLists(comparison, rulebook, say).tell();
}

std::vector<std::size_t> ranking(const Comparison& comparison) {
  std::vector<std::size_t> order(comparison.sides.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return comparison.totals[a] > comparison.totals[b];
  });
  return order;
}

std::vector<std::string> tell_doubts(const Comparison& comparison, const Phrases& say) {
  std::vector<std::string> told;
  for (const auto& doubt : comparison.doubts) {
    const Contender& side = comparison.sides[doubt.side];
    const auto reason = reason_from(side.audit.reason);
    told.push_back(name_of(side) + ": " +
                   (doubt.code == "no-score" && reason
                        ? tell_reason(*reason, say)
                        : say("doubt." + doubt.code, {{"date", say.date(side.audit.taken)}})));
  }
  return told;
}

std::string chip_title(const Rulebook& rulebook, const std::string& touchpoint,
                       const std::string& chip, const Phrases& say) {
  if (chip == "own-voice") return say("chip.own-voice");
  if (const TouchpointRule* rule = rulebook.find(touchpoint)) {
    for (const auto& one : rule->chips) {
      if (one.id == chip) return one.title;
    }
  }
  return chip;
}

}  // namespace touchstone
