#include "rules/scorecard.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "rules/nearest.h"
#include "site/embedded.h"

namespace touchstone {

namespace {

using Json = nlohmann::ordered_json;

Json starter() {
  return Json::parse(embedded_file("rules/starter.json"));
}

// An entry of the starter list with room for what people write.
Json blank(const Json& item, const Wording& wording) {
  Json entry = item;
  const auto translate = [&](Json& text) { text = wording(text.get<std::string>()); };
  translate(entry["title"]);
  translate(entry["remedy"]);
  for (auto& sentence : entry["says"]) translate(sentence);
  entry["present"] = "unknown";
  if (entry.contains("components")) {
    for (auto& part : entry["components"]) {
      translate(part["title"]);
      part["score"] = nullptr;
    }
  } else if (entry.contains("measure")) {
    entry["measure"]["value"] = nullptr;
  }
  entry["score"] = nullptr;
  entry["notes"] = "";
  return entry;
}

// A touchpoint that the crawler sees, with room for what only people see of it.
Json blank(const TouchpointRule& rule) {
  Json entry{{"id", rule.id}, {"title", rule.title}};
  Json parts = Json::array();
  for (const auto& component : rule.components) {
    if (!component.manual) continue;
    parts.push_back({{"id", component.id}, {"title", component.title}, {"score", nullptr}});
  }
  if (!parts.empty()) entry["components"] = std::move(parts);
  entry["notes"] = "";
  return entry;
}

Json blank(const DrawnTouchpoint& drawn) {
  Json entry{{"id", drawn.id}, {"title", drawn.title}};
  if (!drawn.group.empty()) entry["group"] = drawn.group;
  if (!drawn.object.empty()) entry["object"] = drawn.object;
  entry["present"] = "unknown";
  entry["score"] = nullptr;
  entry["notes"] = "";
  return entry;
}

// What the audit said, for reading: no score of people's.
void remember(const SeenTouchpoint& seen, Json& entries) {
  for (auto& entry : entries) {
    if (!entry.is_object() || entry.value("id", "") != seen.rule->id) continue;
    entry["seen"] = {{"status", seen.status},
                     {"verdict", seen.verdict.empty() ? Json(nullptr) : Json(seen.verdict)},
                     {"score", seen.points ? Json(*seen.points / 10.0) : Json(nullptr)}};
  }
}

bool holds(const Json& entries, const std::string& id) {
  return std::any_of(entries.begin(), entries.end(), [&](const Json& entry) {
    return entry.is_object() && entry.value("id", "") == id;
  });
}

std::vector<std::string> ids_of(const Json& list, const std::string& name) {
  std::vector<std::string> ids;
  if (name.empty()) {
    for (const auto& item : list["touchpoints"]) ids.push_back(item["id"]);
    return ids;
  }
  if (!list["templates"].contains(name)) {
    throw std::invalid_argument(fmt::format("there is no template \"{}\"{}", name,
                                            did_you_mean(name, scorecard_templates())));
  }
  return list["templates"][name].get<std::vector<std::string>>();
}

}  // namespace

const ScorecardEntry* Scorecard::find(std::string_view touchpoint) const {
  for (const auto& entry : entries) {
    if (entry.rule.id == touchpoint) return &entry;
  }
  return nullptr;
}

Rulebook with_scorecard(Rulebook rulebook, const Scorecard& scorecard) {
  for (const auto& entry : scorecard.entries) {
    const auto known =
        std::find_if(rulebook.touchpoints.begin(), rulebook.touchpoints.end(),
                     [&](const TouchpointRule& rule) { return rule.id == entry.rule.id; });
    TouchpointRule& rule = known == rulebook.touchpoints.end()
                               ? rulebook.touchpoints.emplace_back(entry.rule)
                               : *known;
    rule.chips.insert(rule.chips.end(), entry.chips.begin(), entry.chips.end());
  }
  for (const auto& group : scorecard.groups) {
    const bool used = std::any_of(
        scorecard.entries.begin(), scorecard.entries.end(),
        [&](const ScorecardEntry& entry) { return !entry.known && entry.rule.group == group.id; });
    if (used) rulebook.groups.push_back(group);
  }
  return rulebook;
}

std::vector<std::string> scorecard_templates() {
  std::vector<std::string> names;
  const Json list = starter();
  for (const auto& [name, ids] : list["templates"].items()) names.push_back(name);
  return names;
}

std::vector<std::string> scorecard_starters() {
  return ids_of(starter(), "");
}

std::string new_scorecard(const ScorecardDraft& draft, const Rulebook& rulebook,
                          const Wording& wording) {
  const Json list = starter();
  Json card = draft.typed ? Json::parse(draft.typed->text) : Json::object();
  Json& entries = card["touchpoints"];
  if (!entries.is_array()) entries = Json::array();
  const auto wanted = ids_of(list, draft.template_name);
  for (const auto& id : wanted) {
    if (holds(entries, id)) continue;
    for (const auto& item : list["touchpoints"]) {
      if (item["id"] == id) entries.push_back(blank(item, wording));
    }
    if (const TouchpointRule* rule = rulebook.find(id)) entries.push_back(blank(*rule));
  }
  for (const SeenTouchpoint& one : draft.seen) {
    const bool asked = draft.template_name.empty() ||
                       std::find(wanted.begin(), wanted.end(), one.rule->id) != wanted.end();
    if (!asked) continue;
    if (!holds(entries, one.rule->id)) entries.push_back(blank(*one.rule));
    remember(one, entries);
  }
  for (const DrawnTouchpoint& one : draft.drawn) {
    if (!holds(entries, one.id)) entries.push_back(blank(one));
  }
  return card.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace touchstone
