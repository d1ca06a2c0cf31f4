#include "reports/told_audit.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace touchstone {

namespace {

using Json = nlohmann::json;

std::string text_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<int> points_of(const Json& object) {
  const auto found = object.find("score");
  if (found == object.end() || !found->is_number()) return std::nullopt;
  const double score = found->get<double>();
  if (!(score >= 0 && score <= 10)) return std::nullopt;
  return static_cast<int>(std::lround(score * 10));
}

// The objects of a list; none where it is no list.
std::vector<Json> objects_of(const Json& object, const char* key) {
  std::vector<Json> objects;
  const auto found = object.find(key);
  if (found == object.end() || !found->is_array()) return objects;
  std::copy_if(found->begin(), found->end(), std::back_inserter(objects),
               [](const Json& one) { return one.is_object(); });
  return objects;
}

std::vector<std::string> texts_of(const Json& object, const char* key) {
  std::vector<std::string> texts;
  const auto found = object.find(key);
  if (found == object.end() || !found->is_array()) return texts;
  for (const auto& one : *found) {
    if (one.is_string()) texts.push_back(one.get<std::string>());
  }
  return texts;
}

ToldTouchpoint touchpoint_of(const Json& json) {
  ToldTouchpoint told;
  told.id = text_of(json, "id");
  told.group = text_of(json, "group");
  told.title = text_of(json, "title");
  told.status = text_of(json, "status");
  told.verdict = text_of(json, "verdict");
  told.reason = text_of(json, "reason");
  told.experience = text_of(json, "experience");
  told.period = text_of(json, "period");
  told.positions = texts_of(json, "positions");
  told.chips = texts_of(json, "chips");
  told.points = points_of(json);
  if (json.contains("importance") && json["importance"].is_number_integer()) {
    told.importance = std::clamp(json["importance"].get<int>(), 1, 10);
  }
  for (const auto& one : objects_of(json, "components")) {
    told.components.push_back({text_of(one, "id"), text_of(one, "title"), text_of(one, "verdict"),
                               points_of(one), text_of(one, "says"), text_of(one, "fix")});
  }
  return told;
}

ToldChain chain_of(const Json& json) {
  ToldChain told{text_of(json, "id"), text_of(json, "title"), text_of(json, "state"), {}};
  for (const auto& link : objects_of(json, "links")) {
    told.links.push_back({text_of(link, "touchpoint"), text_of(link, "role")});
  }
  return told;
}

}  // namespace

const ToldTouchpoint* ToldAudit::find(std::string_view touchpoint) const {
  for (const auto& one : touchpoints) {
    if (one.id == touchpoint) return &one;
  }
  return nullptr;
}

ToldAudit read_told_audit(const std::string& text, const std::string& file) {
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded() || !json.is_object() || text_of(json, "format") != "touchstone-audit/1") {
    throw ToldAuditError(file +
                         " is no audit; write one with `touchstone URL --output audit.json`");
  }
  ToldAudit told;
  const Json subject = json.value("subject", Json::object());
  told.name = text_of(subject, "name");
  told.host = text_of(subject, "host");
  told.answered = text_of(subject, "answered");
  told.taken = text_of(json, "taken");
  told.rulebook = text_of(json.value("generator", Json::object()), "rulebook");
  told.points = points_of(json);
  for (const auto& group : objects_of(json, "groups")) {
    const std::string title = text_of(group, "title");
    told.groups.emplace_back(text_of(group, "id"), title.empty() ? text_of(group, "id") : title);
  }
  for (const auto& one : objects_of(json, "touchpoints")) {
    told.touchpoints.push_back(touchpoint_of(one));
  }
  for (const auto& one : objects_of(json, "chains")) told.chains.push_back(chain_of(one));
  for (const auto& one : objects_of(json, "plan")) {
    told.plan.push_back({text_of(one, "touchpoint"), text_of(one, "what"), text_of(one, "who"),
                         text_of(one, "by"), text_of(one, "effort")});
  }
  return told;
}

}  // namespace touchstone
