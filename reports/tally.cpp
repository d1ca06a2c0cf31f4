#include "reports/tally.h"

#include <fmt/format.h>

#include "rules/chains.h"
#include "rules/lists.h"

namespace touchstone {

namespace {

// Tenths of a percent: "40", "2.5".
std::string tell_share(int tenths, const Phrases& say) {
  return tenths % 10 == 0 ? say.whole(tenths / 10) : say.tenths(tenths);
}

}  // namespace

Tally tally_of(const Audit& audit) {
  Tally tally;
  for (const auto& touchpoint : audit.touchpoints) {
    if (touchpoint.status == Status::missing) ++tally.missing;
    if (touchpoint.status == Status::not_assessed) ++tally.not_assessed;
    if (touchpoint.status != Status::assessed || !touchpoint.verdict) continue;
    if (*touchpoint.verdict == Verdict::wow) ++tally.wow;
    if (*touchpoint.verdict == Verdict::so_so) ++tally.so_so;
    if (*touchpoint.verdict == Verdict::sucks) ++tally.sucks;
    if (touchpoint.wow_kind == "remembered") ++tally.remembered;
  }
  return tally;
}

std::string tell_tally(const Tally& tally, const Phrases& say) {
  std::string told;
  const auto add = [&](std::string_view key, int count) {
    if (count == 0) return;
    told += (told.empty() ? "" : say("separator.list")) + say(key, {{"n", std::int64_t{count}}});
  };
  add("tally.wow", tally.wow);
  add("tally.remembered", tally.remembered);
  add("tally.so-so", tally.so_so);
  add("tally.sucks", tally.sucks);
  add("tally.missing", tally.missing);
  add("tally.not-assessed", tally.not_assessed);
  return told;
}

std::string tell_points(const std::optional<int>& points) {
  return points ? fmt::format("{}.{}", *points / 10, *points % 10) : "-";
}

std::string tell_chip_ideas(const TouchpointRule& rule, const Phrases& say) {
  std::string told;
  const auto add = [&](const std::string& text) {
    told += (told.empty() ? "" : say("separator.parts")) + text;
  };
  for (const auto& chip : rule.chips) add(chip.title);
  for (const auto& idea : rule.chip_ideas) add(idea);
  return told;
}

std::string tell_nature(const Touchpoint& touchpoint, const Phrases& say) {
  const TouchpointRule& rule = *touchpoint.rule;
  std::string told = say(rule.offline ? "sub-score.offline" : "sub-score.online");
  const auto add = [&](const std::string& text) { told += say("separator.parts") + text; };
  if (!rule.kind.empty()) add(say("kind." + rule.kind));
  if (!rule.term.empty()) add(say("term." + rule.term));
  if (touchpoint.scored && !touchpoint.scored->object.empty()) {
    add(say("nature.object", {{"object", touchpoint.scored->object}}));
  }
  if (rule.universal) add(say("nature.universal"));
  for (const auto& decision : decisions_of(touchpoint)) add(say("nature." + decision));
  return told;
}

std::string tell_verdict(const Touchpoint& touchpoint, const Phrases& say) {
  const bool judged = touchpoint.status == Status::assessed && touchpoint.verdict;
  return judged ? say("verdict." + std::string(to_string(*touchpoint.verdict)))
                : say("status." + std::string(to_string(touchpoint.status)));
}

const Judgement* worst_component(const Touchpoint& touchpoint) {
  const Judgement* worst = nullptr;
  for (const auto& component : touchpoint.components) {
    if (!component.points || component.verdict == Verdict::wow) continue;
    const auto rank = [](const Judgement& judgement) {
      const int cap = judgement.cap == "critical" ? 2 : judgement.cap == "major" ? 1 : 0;
      return std::pair(cap, judgement.gain);
    };
    if (!worst || rank(component) > rank(*worst)) worst = &component;
  }
  return worst;
}

std::string tell_who_when(const std::string& who, const std::string& by, const std::string& state,
                          const Phrases& say) {
  const std::string text = say("plan.who-when", {{"who", who}, {"by", say.date(by)}});
  return state.empty() ? text : text + say("separator.parts") + say("improvement." + state);
}

std::string tell_touchpoint(const Touchpoint& touchpoint, const Phrases& say) {
  if (touchpoint.reason) return tell_reason(*touchpoint.reason, say);
  const bool said = touchpoint.scored && touchpoint.scored->present == false;
  if (touchpoint.status == Status::missing) {
    if (said) return say("touchpoint.missing-said");
    if (touchpoint.rule->group == "mail-domain") return say("touchpoint.missing-record");
    return say(touchpoint.verdict == Verdict::sucks ? "touchpoint.missing-required"
                                                    : "touchpoint.missing-expected");
  }
  const Judgement* worst = worst_component(touchpoint);
  if (touchpoint.verdict != Verdict::wow) {
    if (worst) return worst->says;
    return touchpoint.status == Status::assessed ? say("touchpoint.partial") : std::string();
  }
  const Judgement* heaviest = nullptr;
  for (const auto& component : touchpoint.components) {
    if (component.verdict != Verdict::wow) continue;
    if (!heaviest || component.weight > heaviest->weight) heaviest = &component;
  }
  if (heaviest && worst) {
    return say("touchpoint.but", {{"good", heaviest->says}, {"open", worst->says}});
  }
  return heaviest ? heaviest->says : worst ? worst->says : std::string();
}

std::string tell_reason(Reason reason, const Phrases& say) {
  return say("reason." + std::string(to_string(reason)));
}

std::string title_of(const Audit& audit, const std::string& id) {
  if (const Touchpoint* found = audit.find(id)) return found->rule->title;
  for (const auto& composite : audit.composites) {
    if (composite.id == id) return composite.title;
  }
  return id;
}

std::string tell_chain(const Audit& audit, const Chain& chain, const Phrases& say) {
  const std::string at = chain.broken_at ? title_of(audit, *chain.broken_at) : std::string();
  std::string told = say("chain." + std::string(to_string(chain.state)), {{"at", at}});
  if (const ChainLink* weakest = weakest_conversion(chain)) {
    told += say("separator.parts") +
            say("chain.fewest", {{"at", title_of(audit, weakest->touchpoint)},
                                 {"share", tell_share(*weakest->conversion, say)}});
  }
  return told;
}

std::string tell_visitors(const ChainLink& link, const Phrases& say) {
  if (!link.visitors) return {};
  const std::string came = say("chain.visitors", {{"n", std::int64_t{*link.visitors}}});
  if (!link.conversion) return came;
  return came + say("separator.list") +
         say("chain.conversion", {{"share", tell_share(*link.conversion, say)}});
}

std::string tell_way(const ChainRule& chain, const Phrases& say) {
  if (chain.channel.empty()) return chain.title;
  return say("chain.way", {{"chain", chain.title}, {"channel", say("channel." + chain.channel)}});
}

std::string tell_links(const Audit& audit, const Chain& chain, const Phrases& say) {
  std::string told;
  bool lost = false;  // said once, of the first link behind the break
  for (const auto& link : chain.links) {
    if (!told.empty()) told += say.right_to_left() ? " ← " : " → ";
    told += title_of(audit, link.touchpoint) + " " + say.points(link.points);
    if (link.drop) told += " (" + say("chain.drop") + ")";
    if (link.visitors) told += " (" + tell_visitors(link, say) + ")";
    if (lost || link.reached) continue;
    lost = true;
    told += " (" + say("chain.not-reached") + ")";
  }
  return told;
}

std::string tell_why_no_score(const Audit& audit, const Phrases& say) {
  if (audit.score.points) return {};
  if (audit.fault) {
    const std::string fault = say("fault." + std::string(to_string(*audit.fault)));
    return say("score.closed", {{"reason", fault}});
  }
  if (audit.closed) {
    const std::string reason = tell_reason(*audit.closed, say);
    const int status = audit.blocked ? audit.blocked->status : 0;
    if (status < 400) return say("score.closed", {{"reason", reason}});
    return say("score.closed-status", {{"status", std::to_string(status)}, {"reason", reason}});
  }
  return say("score.too-little", {{"n", std::int64_t{audit.score.coverage}}});
}

std::vector<const Touchpoint*> touchpoints_of(const Audit& audit, const std::string& group) {
  std::vector<const Touchpoint*> members;
  for (const auto& touchpoint : audit.touchpoints) {
    if (touchpoint.rule->group == group) members.push_back(&touchpoint);
  }
  return members;
}

}  // namespace touchstone
