#include "reports/told_audit.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "reports/notes.h"

namespace touchstone {

namespace {

using Json = nlohmann::json;

std::string text_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<int> points_of(const Json& object, const char* key = "score") {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_number()) return std::nullopt;
  const double score = found->get<double>();
  if (!(score >= 0 && score <= 10)) return std::nullopt;
  return static_cast<int>(std::lround(score * 10));
}

double share_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_number()) return 0;
  const double share = found->get<double>();
  return share >= 0 && share <= 1 ? share : 0;
}

// A whole number in those bounds; `otherwise` where it is none.
int whole(const Json& object, const char* key, int least, int most, int otherwise) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_number()) return otherwise;
  const double number = found->get<double>();
  if (!(number >= least && number <= most)) return otherwise;
  return static_cast<int>(std::lround(number));
}

Json object_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_object() ? *found : Json::object();
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

ToldComponent component_of(const Json& json) {
  ToldComponent told;
  told.id = text_of(json, "id");
  told.title = text_of(json, "title");
  told.verdict = text_of(json, "verdict");
  told.points = points_of(json);
  told.says = text_of(json, "says");
  told.fix = text_of(json, "fix");
  told.weight = whole(json, "weight", 1, 100, 1);
  told.gain = points_of(json, "gain").value_or(0);
  told.threshold = text_of(json, "threshold");
  const auto evidence = objects_of(json, "evidence");
  if (!evidence.empty()) told.excerpt = text_of(evidence.front(), "excerpt");
  return told;
}

// A status or verdict that nobody writes was damaged on the way: nothing is known then.
void forget_what_is_damaged(ToldTouchpoint& told) {
  constexpr std::string_view states[] = {"assessed", "missing", "absent", "not-assessed",
                                         "not-applicable"};
  constexpr std::string_view verdicts[] = {"wow", "so-so", "sucks"};
  const bool state =
      std::find(std::begin(states), std::end(states), told.status) != std::end(states);
  const bool verdict =
      std::find(std::begin(verdicts), std::end(verdicts), told.verdict) != std::end(verdicts);
  if (!verdict) told.verdict.clear();
  if (!verdict) told.points.reset();
  if (!state || (told.status == "assessed" && !told.points)) {
    told.status = "not-assessed";
    told.verdict.clear();
    told.points.reset();
  }
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
  told.object = text_of(json, "object");
  told.term = text_of(json, "term");
  told.channel = text_of(json, "channel");
  told.chip_ideas = texts_of(json, "chip_ideas");
  if (const auto universal = json.find("universal"); universal != json.end()) {
    told.universal = universal->is_boolean() && universal->get<bool>();
  }
  told.positions = texts_of(json, "positions");
  told.chips = texts_of(json, "chips");
  told.points = points_of(json);
  told.importance = whole(json, "importance", 1, 10, 5);
  for (const auto& one : objects_of(json, "components")) {
    told.components.push_back(component_of(one));
  }
  forget_what_is_damaged(told);
  return told;
}

ToldChain chain_of(const Json& json) {
  ToldChain told{text_of(json, "id"), text_of(json, "title"), text_of(json, "state"), {}};
  told.broken_at = text_of(json, "broken_at");
  told.importance = whole(json, "importance", 1, 10, 5);
  for (const auto& link : objects_of(json, "links")) {
    told.links.push_back({text_of(link, "touchpoint"), text_of(link, "role")});
  }
  for (const auto& link : objects_of(json, "left_out")) {
    told.left_out.push_back(
        {text_of(link, "touchpoint"), text_of(link, "title"), whole(link, "before", 0, 1000, 0)});
  }
  return told;
}

std::vector<ToldPlanItem> plan_of(const Json& json, const char* key) {
  std::vector<ToldPlanItem> told;
  for (const auto& one : objects_of(json, key)) {
    told.push_back({text_of(one, "touchpoint"), text_of(one, "what"), text_of(one, "who"),
                    text_of(one, "by"), text_of(one, "effort"), text_of(one, "state")});
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

bool ToldAudit::interrupted() const {
  return std::find(notes.begin(), notes.end(), interrupted_note) != notes.end();
}

ToldAudit read_told_audit(const std::string& text, const std::string& file) {
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded() || !json.is_object() || text_of(json, "format") != "touchstone-audit/1") {
    throw ToldAuditError(file +
                         " is no audit; write one with `touchstone URL --output audit.json`");
  }
  for (const char* list : {"groups", "composites", "touchpoints", "chains", "plan"}) {
    const auto found = json.find(list);
    if (found == json.end() || found->is_null() || found->is_array()) continue;
    throw ToldAuditError(file + " is damaged: its \"" + list + "\" is no list");
  }
  ToldAudit told;
  const Json subject = object_of(json, "subject"), crawl = object_of(json, "crawl");
  told.name = text_of(subject, "name");
  told.host = text_of(subject, "host");
  told.asked = text_of(subject, "asked");
  told.answered = text_of(subject, "answered");
  told.taken = text_of(json, "taken");
  told.rulebook = text_of(object_of(json, "generator"), "rulebook");
  told.verdict = text_of(json, "verdict");
  told.reason = text_of(json, "reason");
  told.profile = text_of(object_of(json, "profile"), "id");
  told.points = points_of(json);
  told.coverage = static_cast<int>(std::lround(100 * share_of(json, "coverage")));
  told.requests = whole(crawl, "requests", 0, 1'000'000, 0);
  const auto unreached = crawl.find("unreached");
  told.unreached = unreached != crawl.end() && *unreached == true;
  told.fault = fault_kind_from(text_of(crawl, "fault"));
  told.notes = texts_of(crawl, "notes");
  for (const auto& group : objects_of(json, "groups")) {
    const std::string title = text_of(group, "title");
    told.groups.emplace_back(text_of(group, "id"), title.empty() ? text_of(group, "id") : title);
  }
  for (const auto& one : objects_of(json, "composites")) {
    const std::string title = text_of(one, "title");
    told.composites.emplace_back(text_of(one, "id"), title.empty() ? text_of(one, "id") : title);
  }
  for (const auto& one : objects_of(json, "touchpoints")) {
    told.touchpoints.push_back(touchpoint_of(one));
  }
  for (const auto& one : objects_of(json, "chains")) told.chains.push_back(chain_of(one));
  told.plan = plan_of(json, "plan");
  told.later = plan_of(json, "later");
  return told;
}

}  // namespace touchstone
