#include "history/facts_form.h"

#include <stdexcept>
#include <unordered_map>

namespace touchstone {

namespace {

using Json = nlohmann::json;

class UrlTable {
 public:
  std::size_t place_of(const std::string& url) {
    const auto [place, fresh] = places_.emplace(url, places_.size());
    if (fresh) urls_.push_back(url);
    return place->second;
  }
  Json take() { return std::move(urls_); }

 private:
  std::unordered_map<std::string, std::size_t> places_;
  Json urls_ = Json::array();
};

Json json_of(const std::vector<Evidence>& evidence, UrlTable& urls) {
  Json list = Json::array();
  for (const auto& one : evidence) {
    list.push_back(Json::array({urls.place_of(one.url), one.place, one.excerpt}));
  }
  return list;
}

Json json_of(const Value& value) {
  return std::visit([](const auto& held) { return Json(held); }, value);
}

// The state, what belongs to it, then signals and evidence where they say something.
Json json_of(const Fact& fact, UrlTable& urls) {
  Json json = Json::array();
  switch (fact.state) {
    case Fact::State::known:
      json = {"k", json_of(fact.value)};
      break;
    case Fact::State::absent:
      json = {"a", nullptr};
      break;
    case Fact::State::unknown:
      json = {"u", std::string(to_string(fact.why.value_or(Reason::internal_error)))};
      break;
    case Fact::State::not_applicable:
      json = {"n", nullptr};
      break;
  }
  if (fact.signals != 1 || !fact.evidence.empty()) json.push_back(fact.signals);
  if (!fact.evidence.empty()) json.push_back(json_of(fact.evidence, urls));
  return json;
}

Value value_from(const Json& json) {
  if (json.is_boolean()) return json.get<bool>();
  if (json.is_number_integer()) return json.get<std::int64_t>();
  return json.get<std::string>();
}

std::vector<Evidence> evidence_from(const Json& json, const Json& urls) {
  std::vector<Evidence> evidence;
  for (const auto& one : json) {
    evidence.push_back({urls.at(one.at(0).get<std::size_t>()).get<std::string>(),
                        one.at(1).get<std::string>(), one.at(2).get<std::string>()});
  }
  return evidence;
}

void say_fact(const std::string& name, const Json& json, const Json& urls, Facts& facts) {
  const auto state = json.at(0).get<std::string>();
  std::vector<Evidence> evidence;
  if (json.size() > 3) evidence = evidence_from(json.at(3), urls);
  Fact* fact = nullptr;
  if (state == "k") {
    fact = &facts.say(name, value_from(json.at(1)), std::move(evidence));
  } else if (state == "a") {
    fact = &facts.absent(name, std::move(evidence));
  } else if (state == "u") {
    const auto why = reason_from(json.at(1).get<std::string>());
    fact = &facts.unknown(name, why.value_or(Reason::not_captured), std::move(evidence));
  } else if (state == "n") {
    fact = &facts.not_applicable(name);
  } else {
    throw std::runtime_error("a fact of an unknown state");
  }
  if (json.size() > 2) fact->signals = json.at(2).get<int>();
}

}  // namespace

Json json_of(const std::vector<Measured>& measured) {
  UrlTable urls;
  Json touchpoints = Json::object();
  for (const auto& one : measured) {
    Json facts = Json::object();
    for (const auto& [name, fact] : one.facts.all()) facts[name] = json_of(fact, urls);
    touchpoints[one.touchpoint] = std::move(facts);
  }
  return {{"urls", urls.take()}, {"touchpoints", std::move(touchpoints)}};
}

std::vector<Measured> measured_from(const Json& json) {
  const Json& urls = json.at("urls");
  std::vector<Measured> measured;
  for (const auto& [touchpoint, told] : json.at("touchpoints").items()) {
    Measured one{touchpoint, {}};
    for (const auto& [name, fact] : told.items()) say_fact(name, fact, urls, one.facts);
    measured.push_back(std::move(one));
  }
  return measured;
}

}  // namespace touchstone
