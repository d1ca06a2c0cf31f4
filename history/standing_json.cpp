// An audit's standing from its JSON. The file may come from anywhere: what is no audit is refused,
// what is odd in it is taken for absent.

#include <cmath>
#include <nlohmann/json.hpp>

#include "history/standing.h"
#include "rules/sentence.h"
#include "site/media_type.h"

namespace touchstone {

namespace {

using Json = nlohmann::json;

std::string text_in(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

const Json& list_in(const Json& object, const char* key) {
  static const Json none = Json::array();
  const auto found = object.find(key);
  return found != object.end() && found->is_array() ? *found : none;
}

std::optional<int> scaled(const Json& object, const char* key, double by, int most) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_number()) return std::nullopt;
  const double number = found->get<double>() * by;
  if (!(number >= 0 && number <= most)) return std::nullopt;
  return static_cast<int>(std::lround(number));
}

template <typename Enum>
std::optional<Enum> named_in(const Json& object, const char* key,
                             std::initializer_list<Enum> values) {
  const std::string name = text_in(object, key);
  for (const Enum value : values) {
    if (to_string(value) == name) return value;
  }
  return std::nullopt;
}

Status status_in(const Json& object) {
  return named_in(object, "status",
                  {Status::assessed, Status::missing, Status::absent, Status::not_assessed,
                   Status::not_applicable})
      .value_or(Status::not_assessed);
}

std::optional<Verdict> verdict_in(const Json& object) {
  return named_in(object, "verdict", {Verdict::wow, Verdict::so_so, Verdict::sucks});
}

std::string value_in(const Json& object) {
  const std::string unit = text_in(object, "unit");
  const auto found = object.find("value");
  if (found == object.end()) return {};
  if (found->is_boolean()) return print_value(found->get<bool>(), unit);
  if (found->is_number_integer()) return print_value(found->get<std::int64_t>(), unit);
  return found->is_string() ? print_value(found->get<std::string>(), unit) : std::string();
}

ComponentStanding component_from(const Json& json) {
  ComponentStanding standing;
  standing.id = text_in(json, "id");
  standing.title = text_in(json, "title");
  standing.status = status_in(json);
  standing.points = scaled(json, "score", 10, 100);
  standing.verdict = verdict_in(json);
  standing.value = value_in(json);
  standing.threshold = text_in(json, "threshold");
  standing.says = text_in(json, "says");
  for (const auto& one : list_in(json, "evidence")) {
    if (standing.url.empty() && one.is_object()) standing.url = text_in(one, "url");
  }
  return standing;
}

TouchpointStanding touchpoint_from(const Json& json) {
  TouchpointStanding standing;
  standing.id = text_in(json, "id");
  standing.title = text_in(json, "title");
  standing.status = status_in(json);
  standing.points = scaled(json, "score", 10, 100);
  standing.verdict = verdict_in(json);
  standing.reason = reason_from(text_in(json, "reason"));
  standing.importance = scaled(json, "importance", 1, 10).value_or(5);
  for (const auto& one : list_in(json, "components")) {
    if (one.is_object()) standing.components.push_back(component_from(one));
  }
  return standing;
}

}  // namespace

AuditStanding read_standing(const std::string& text, const std::string& file) {
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded() || !json.is_object() || text_in(json, "format") != "touchstone-audit/1") {
    throw StandingError(file + " is no audit; write one with `touchstone URL --output audit.json`");
  }
  AuditStanding standing;
  const auto part = [&](const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_object() ? *found : Json::object();
  };
  standing.host = text_in(part("subject"), "host");
  standing.rulebook = text_in(part("generator"), "rulebook");
  standing.taken = parse_rfc3339(text_in(json, "taken")).value_or(Time{});
  standing.points = scaled(json, "score", 10, 100);
  standing.coverage = scaled(json, "coverage", 100, 100).value_or(0);
  for (const auto& one : list_in(json, "touchpoints")) {
    if (one.is_object()) standing.touchpoints.push_back(touchpoint_from(one));
  }
  if (standing.touchpoints.empty()) {
    throw StandingError(file + " is no whole audit: no touchpoint stands in it");
  }
  return standing;
}

}  // namespace touchstone
