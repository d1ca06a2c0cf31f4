// The problems and what was told of them as texts that the store keeps.

#include <nlohmann/json.hpp>

#include "history/message.h"

namespace touchstone {

namespace {

using nlohmann::json;

json json_of(const Stand& stand) {
  return {{"outcome", stand.outcome},
          {"points", stand.points ? json(*stand.points) : json(nullptr)},
          {"value", stand.value}};
}

Stand stand_in(const json& node) {
  const json& points = node.at("points");
  return {node.at("outcome").get<std::string>(),
          points.is_null() ? std::nullopt : std::optional(points.get<int>()),
          node.at("value").get<std::string>()};
}

json json_of(Time time) {
  return time.time_since_epoch().count();
}

Time time_in(const json& node) {
  return Time(std::chrono::milliseconds(node.get<std::int64_t>()));
}

json json_of(const Problems& problems) {
  json list = json::array();
  for (const auto& one : problems) {
    list.push_back({{"touchpoint", one.touchpoint},
                    {"title", one.title},
                    {"part", one.part},
                    {"part_title", one.part_title},
                    {"says", one.says},
                    {"url", one.url},
                    {"before", json_of(one.before)},
                    {"now", json_of(one.now)},
                    {"since", json_of(one.since)}});
  }
  return list;
}

Problems problems_in(const json& list) {
  Problems problems;
  for (const auto& node : list) {
    Problem& one = problems.emplace_back();
    one.touchpoint = node.at("touchpoint");
    one.title = node.at("title");
    one.part = node.at("part");
    one.part_title = node.at("part_title");
    one.says = node.at("says");
    one.url = node.at("url");
    one.before = stand_in(node.at("before"));
    one.now = stand_in(node.at("now"));
    one.since = time_in(node.at("since"));
  }
  return problems;
}

std::string text_of(const json& value) {
  return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace

std::string write_problems(const Problems& problems) {
  return text_of(json_of(problems));
}

Problems read_problems(std::string_view text) {
  try {
    return text.empty() ? Problems() : problems_in(json::parse(text));
  } catch (const json::exception&) {
    return {};
  }
}

std::string write_told(const Told& told) {
  return text_of({{"problems", json_of(told.problems)},
                  {"gates", told.gates},
                  {"when", told.when ? json_of(*told.when) : json(nullptr)}});
}

Told read_told(std::string_view text) {
  try {
    if (text.empty()) return {};
    const json node = json::parse(text);
    const json& when = node.at("when");
    return {problems_in(node.at("problems")), node.at("gates").get<std::vector<std::string>>(),
            when.is_null() ? std::nullopt : std::optional(time_in(when))};
  } catch (const json::exception&) {
    return {};
  }
}

}  // namespace touchstone
