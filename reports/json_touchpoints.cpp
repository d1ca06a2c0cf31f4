#include <algorithm>

#include "reports/json_parts.h"
#include "rules/laws.h"
#include "rules/lists.h"
#include "rules/plan.h"
#include "site/media_type.h"

namespace touchstone {

namespace {

Json json_value(const std::optional<Value>& value) {
  if (!value) return nullptr;
  return std::visit([](const auto& held) { return Json(held); }, *value);
}

Json json_evidence(const std::vector<Evidence>& evidence) {
  Json list = Json::array();
  for (const auto& piece : evidence) {
    list.push_back({{"url", piece.url}, {"place", piece.place}, {"excerpt", piece.excerpt}});
  }
  return list;
}

Json json_text_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json json_component(const Judgement& component) {
  return {{"id", component.id},
          {"title", component.title},
          {"status", std::string(to_string(component.status))},
          {"verdict", json_verdict(component.verdict)},
          {"score", json_points(component.points)},
          {"weight", component.weight},
          {"value", json_value(component.value)},
          {"unit", component.unit},
          {"reason", json_reason(component.reason)},
          {"threshold", component.threshold},
          {"cap", json_text_or_null(component.cap)},
          {"says", component.says},
          {"fix", json_text_or_null(component.fix)},
          {"gain", component.gain / 10.0},
          {"unconfirmed", component.unconfirmed},
          {"evidence", json_evidence(component.evidence)}};
}

// What would make people remember it, and is not there yet.
Json chip_ideas_of(const Touchpoint& touchpoint) {
  Json ideas = Json::array();
  const auto& there = touchpoint.chips;
  for (const auto& chip : touchpoint.rule->chips) {
    if (std::find(there.begin(), there.end(), chip.id) == there.end()) ideas.push_back(chip.title);
  }
  for (const auto& idea : touchpoint.rule->chip_ideas) ideas.push_back(idea);
  return ideas;
}

}  // namespace

Json json_touchpoint(const Touchpoint& touchpoint) {
  Json components = Json::array();
  for (const auto& component : touchpoint.components) {
    components.push_back(json_component(component));
  }
  const TouchpointRule& rule = *touchpoint.rule;
  Json json{{"id", rule.id},
            {"group", rule.group},
            {"positions", rule.positions},
            {"title", rule.title},
            {"status", std::string(to_string(touchpoint.status))},
            {"verdict", json_verdict(touchpoint.verdict)},
            {"wow_kind", json_or_null(touchpoint.wow_kind)},
            {"score", json_points(touchpoint.points)},
            {"reason", json_reason(touchpoint.reason)},
            {"importance", touchpoint.importance},
            {"period", rule.period},
            {"experience", rule.experience},
            {"reaction", json_text_or_null(touchpoint.reaction)},
            {"object", json_text_or_null(touchpoint.scored ? touchpoint.scored->object : "")},
            {"kind", rule.kind},
            {"channel", rule.offline ? "offline" : "online"},
            {"term", rule.term},
            {"universal", rule.universal},
            {"sales", rule.sales},
            {"decision", decisions_of(touchpoint)},
            {"laws", laws_of(rule)},
            {"effort", rule.effort},
            {"gain", gain_of(touchpoint) / 10.0},
            {"chips", touchpoint.chips},
            {"chip_ideas", chip_ideas_of(touchpoint)},
            {"remedy", json_text_or_null(rule.remedy)},
            {"components", std::move(components)}};
  if (touchpoint.looked) json["looked"] = format_rfc3339(*touchpoint.looked);
  if (const std::string state = improvement_state(touchpoint); !state.empty()) {
    const Improvement& improvement = *touchpoint.scored->improvement;
    json["improvement"] = {{"what", improvement.what},
                           {"who", improvement.who},
                           {"due", improvement.due},
                           {"state", state}};
  }
  return json;
}

Json json_chain(const Chain& chain) {
  Json links = Json::array();
  for (const auto& link : chain.links) {
    links.push_back({{"touchpoint", link.touchpoint},
                     {"role", link.role},
                     {"verdict", json_verdict(link.verdict)},
                     {"score", json_points(link.points)},
                     {"reached", link.reached},
                     {"drop", link.drop}});
    if (!link.visitors) continue;
    links.back()["visitors"] = *link.visitors;
    if (link.conversion) links.back()["conversion"] = *link.conversion / 1000.0;
  }
  Json left_out = Json::array();
  for (const auto& link : chain.left_out) {
    left_out.push_back(
        {{"touchpoint", link.touchpoint}, {"title", link.title}, {"before", link.before}});
  }
  return {{"id", chain.rule->id},
          {"title", chain.rule->title},
          {"importance", chain.rule->importance},
          {"channel", json_text_or_null(chain.rule->channel)},
          {"state", std::string(to_string(chain.state))},
          {"score", json_points(chain.points)},
          {"broken_at", json_or_null(chain.broken_at)},
          {"links", std::move(links)},
          {"left_out", std::move(left_out)}};
}

}  // namespace touchstone
