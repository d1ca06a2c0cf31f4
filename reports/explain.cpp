#include "reports/explain.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "reports/examples.h"
#include "reports/json_parts.h"
#include "reports/layout.h"
#include "reports/tally.h"
#include "rules/laws.h"
#include "rules/translation.h"

namespace touchstone {

namespace {

const Check* check_of(const std::string& touchpoint) {
  for (const Check* check : all_checks()) {
    if (check->touchpoint == touchpoint) return check;
  }
  return nullptr;
}

std::string indented(const std::string& text, int indent, int width) {
  std::string lines;
  for (const auto& part : wrapped(printable(text), std::max(20, width - indent))) {
    lines += std::string(static_cast<std::size_t>(indent), ' ') + part + "\n";
  }
  return lines;
}

std::string explain_component(const TouchpointRule& rule, const Component& component,
                              const Phrases& say, int width) {
  static constexpr std::string_view severities[] = {"critical", "major", "minor"};
  std::string text = indented(
      fmt::format(
          "{} ({}{}{})", component.title,
          say("explain.weight", {{"n", std::int64_t{component.weight}}}), say("separator.parts"),
          say("explain.severity." + std::string(severities[static_cast<int>(component.severity)]))),
      2, width);
  for (const Verdict verdict : {Verdict::wow, Verdict::so_so, Verdict::sucks}) {
    if (!component.can_reach(verdict)) continue;
    const std::string name = say("verdict." + std::string(to_string(verdict)));
    for (const auto& sentence : component.told_criterion(verdict, rule.units, *rule.wording)) {
      text += indented(name + ": " + sentence, 6, width);
    }
  }
  if (!component.fix.empty()) {
    text += indented(say("component.fix") + ": " + component.fix, 6, width);
  }
  return text;
}

std::string explain_one(const TouchpointRule& rule, const Phrases& say, int width) {
  std::string text = printable(rule.title + " (" + rule.id + ")") + "\n";
  text += indented(say("explain.importance", {{"n", std::int64_t{rule.importance}}}) +
                       say("separator.parts") +
                       say("explain.period", {{"period", say("period." + rule.period)}}),
                   2, width);
  text += indented(say("explain.stage." + rule.stage), 2, width);
  if (rule.sales) text += indented(say("explain.sales"), 2, width);
  const auto part = [&](std::string_view key, const std::string& body) {
    if (!body.empty()) text += "\n" + say(key) + "\n" + indented(body, 2, width);
  };
  part("explain.customer", rule.experience);
  std::string laws;
  for (const auto& law : told_laws_of(rule, *rule.wording)) laws += (laws.empty() ? "" : " ") + law;
  part("explain.why", laws);
  text += "\n" + say("explain.components") + "\n";
  for (const auto& component : rule.components) {
    text += explain_component(rule, component, say, width);
  }
  const Examples examples = examples_of(rule);
  part("explain.great", examples.great);
  part("explain.bad", examples.bad);
  part("explain.chips", tell_chip_ideas(rule, say));
  part("explain.remedy", rule.remedy);
  part("explain.authority", (*rule.wording)(rule.authority));
  part("explain.not-fooled", rule.not_fooled_by);
  return text;
}

// Every chain shows what the laws of chains say, every composite that touchpoints have parts; the
// law of managing is about all of them.
std::string resting_on(const std::string& law, const Rulebook& rulebook) {
  static const std::set<std::string> of_chains{"L2",  "O12", "O13", "O14",
                                               "O15", "O16", "O17", "O17a"};
  std::vector<std::string> ids;
  for (const auto& rule : rulebook.touchpoints) {
    const auto laws = laws_of(rule);
    if (std::find(laws.begin(), laws.end(), law) != laws.end()) ids.push_back(rule.id);
  }
  if (of_chains.contains(law))
    for (const auto& chain : rulebook.chains) ids.push_back(chain.id);
  if (law == "L1")
    for (const auto& composite : rulebook.composites) ids.push_back(composite.id);
  if (law == "L3")
    for (const auto& group : rulebook.groups) ids.push_back(group.id);
  return fmt::format("{}", fmt::join(ids, ", "));
}

Json component_json(const Component& component) {
  static constexpr std::string_view severities[] = {"critical", "major", "minor"};
  static constexpr std::string_view confidences[] = {"h", "m", "l"};
  return {{"id", component.id},
          {"title", component.title},
          {"weight", component.weight},
          {"severity", severities[static_cast<int>(component.severity)]},
          {"confidence", confidences[static_cast<int>(component.confidence)]},
          {"source", component.manual ? "manual" : "measured"}};
}

Json criteria_json(const TouchpointRule& rule, const Component& component) {
  Json criteria = Json::object();
  for (const Verdict verdict : {Verdict::sucks, Verdict::so_so, Verdict::wow}) {
    if (!component.can_reach(verdict)) continue;
    criteria[std::string(to_string(verdict))] =
        component.criterion(verdict, check_of(rule.id), *rule.wording);
  }
  return criteria;
}

// What is noticed, and what else people would remember.
Json chips_json(const TouchpointRule& rule) {
  Json chips = Json::array();
  for (const auto& chip : rule.chips) chips.push_back({{"id", chip.id}, {"title", chip.title}});
  for (const auto& idea : rule.chip_ideas) chips.push_back({{"id", nullptr}, {"title", idea}});
  return chips;
}

Json touchpoint_json(const TouchpointRule& rule) {
  Json components = Json::array();
  for (const auto& component : rule.components) {
    Json entry = component_json(component);
    entry["criteria"] = criteria_json(rule, component);
    components.push_back(std::move(entry));
  }
  return {{"id", rule.id},
          {"group", rule.group},
          {"title", rule.title},
          {"importance", rule.importance},
          {"period", rule.period},
          {"frequency", rule.frequency},
          {"stage", rule.stage},
          {"sales", rule.sales},
          {"positions", rule.positions},
          {"experience", rule.experience},
          {"remedy", rule.remedy},
          {"plain", rule.plain},
          {"kind", rule.kind},
          {"term", rule.term},
          {"universal", rule.universal},
          {"chips", chips_json(rule)},
          {"components", std::move(components)}};
}

Json chain_json(const ChainRule& chain) {
  Json links = Json::array();
  for (const auto& link : chain.links) {
    links.push_back({{"any_of", link.any_of}, {"role", link.role}});
  }
  return {{"id", chain.id},
          {"title", chain.title},
          {"importance", chain.importance},
          {"channel", chain.channel.empty() ? Json(nullptr) : Json(chain.channel)},
          {"links", std::move(links)}};
}

}  // namespace

std::string explain_text(const Rulebook& rulebook, const std::string& touchpoint,
                         const Phrases& say, const TextStyle& style) {
  if (const TouchpointRule* rule = rulebook.find(touchpoint)) {
    return explain_one(*rule, say, style.width);
  }
  std::string text;
  for (const auto& group : rulebook.groups) {
    std::string members;
    for (const auto& rule : rulebook.touchpoints) {
      if (rule.group == group.id) members += "  " + fit(rule.id, 24) + printable(rule.title) + "\n";
    }
    if (!members.empty()) text += printable(group.title) + "\n" + members + "\n";
  }
  return text + say("footer.explain", {{"touchpoint", "TOUCHPOINT"}}) + "\n";
}

std::string explain_laws(const Rulebook& rulebook, const Phrases& say, const TextStyle& style) {
  std::string text;
  for (const auto& law : laws(wording_of(say.language()))) {
    text += law.id + "\n" + indented(law.text, 6, style.width);
    const std::string resting = resting_on(law.id, rulebook);
    if (!resting.empty()) text += indented(resting, 8, style.width);
  }
  return text;
}

std::string explain_verdicts(const Phrases& say, const TextStyle& style) {
  std::string text;
  for (const char* verdict : {"wow", "so-so", "sucks"}) {
    text += say("verdict." + std::string(verdict)) + "\n" +
            indented(say("explain.verdict." + std::string(verdict)), 2, style.width);
  }
  return text;
}

std::string explain_json(const Rulebook& rulebook, const std::string& touchpoint) {
  const auto wanted = [&](const TouchpointRule& rule) {
    return touchpoint.empty() || rule.id == touchpoint;
  };
  Json touchpoints = Json::array();
  for (const auto& rule : rulebook.touchpoints) {
    if (wanted(rule)) touchpoints.push_back(touchpoint_json(rule));
  }
  Json json = {{"rulebook", rulebook.version}, {"touchpoints", std::move(touchpoints)}};
  json["composites"] = json_list(rulebook.composites, [](const CompositeRule& composite) {
    return Json{{"id", composite.id}, {"title", composite.title}, {"members", composite.members}};
  });
  json["chains"] = json_list(rulebook.chains, chain_json);
  return json_text(json, true);
}

std::string rules_text(const Rulebook& rulebook, const Phrases& say, const TextStyle& style) {
  std::size_t components = 0;
  for (const auto& rule : rulebook.touchpoints) components += rule.components.size();
  std::string text =
      say("rules.summary", {{"version", rulebook.version},
                            {"touchpoints", static_cast<std::int64_t>(rulebook.touchpoints.size())},
                            {"components", static_cast<std::int64_t>(components)},
                            {"chains", static_cast<std::int64_t>(rulebook.chains.size())}}) +
      "\n";
  for (const auto& rule : rulebook.touchpoints) {
    text += "\n" + explain_one(rule, say, style.width);
  }
  return text;
}

}  // namespace touchstone
