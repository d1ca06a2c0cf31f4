#include "crawler/deep_summary_json.h"

#include <array>
#include <stdexcept>

namespace touchstone {

namespace {

// Every count of the whole crawl by its name.
struct Count {
  const char* name;
  std::int64_t DeepSummary::*count;
};
constexpr std::array counts{
    Count{"pages", &DeepSummary::pages},
    Count{"addresses", &DeepSummary::addresses},
    Count{"broken_addresses", &DeepSummary::broken_addresses},
    Count{"links_checked", &DeepSummary::links_checked},
    Count{"server_errors", &DeepSummary::server_errors},
    Count{"titled", &DeepSummary::titled},
    Count{"untitled", &DeepSummary::untitled},
    Count{"pages_with_repeated_title", &DeepSummary::pages_with_repeated_title},
    Count{"described", &DeepSummary::described},
    Count{"undescribed", &DeepSummary::undescribed},
    Count{"pages_with_repeated_description", &DeepSummary::pages_with_repeated_description},
    Count{"duplicate_pages", &DeepSummary::duplicate_pages},
    Count{"noindex_pages", &DeepSummary::noindex_pages},
    Count{"canonical_elsewhere", &DeepSummary::canonical_elsewhere},
    Count{"undeclared_language", &DeepSummary::undeclared_language},
    Count{"dated_pages", &DeepSummary::dated_pages},
    Count{"orphans", &DeepSummary::orphans},
    Count{"images", &DeepSummary::images},
    Count{"images_without_alt", &DeepSummary::images_without_alt},
    Count{"pages_without_h1", &DeepSummary::pages_without_h1},
    Count{"pages_with_several_h1", &DeepSummary::pages_with_several_h1},
    Count{"pages_with_insecure_files", &DeepSummary::pages_with_insecure_files},
    Count{"left_over_pages", &DeepSummary::left_over_pages},
};

// What else of a capture is counted must not overflow; lists that are longer than they may be are
// no lists of ours.
std::int64_t number_from(const Json& json, std::int64_t least = 0) {
  constexpr std::int64_t most = std::int64_t{1} << 53;
  if (!json.is_number_integer()) throw std::runtime_error("no number where one should be");
  const auto number = json.get<std::int64_t>();
  if (number < least || number > most) throw std::runtime_error("a number out of range");
  return number;
}

int small_from(const Json& json, std::int64_t least = 0) {
  const auto number = number_from(json, least);
  if (number > 1'000'000) throw std::runtime_error("a number out of range");
  return static_cast<int>(number);
}

template <typename Item>
Json json_of_list(const std::vector<Item>& items, Json (*json_of_item)(const Item&)) {
  Json list = Json::array();
  for (const Item& item : items) list.push_back(json_of_item(item));
  return list;
}

template <typename Item>
std::vector<Item> list_from(const Json& json, Item (*item_from)(const Json&)) {
  constexpr std::size_t most = 10'000;
  if (!json.is_array() || json.size() > most) throw std::runtime_error("no list of a crawl");
  std::vector<Item> items;
  for (const Json& item : json) items.push_back(item_from(item));
  return items;
}

Json json_of_string(const std::string& text) {
  return json_of_text(text);
}

Json json_of_status(const DeepSummary::Status& status) {
  return {{"status", status.status}, {"addresses", status.addresses}};
}
DeepSummary::Status status_from(const Json& json) {
  return {small_from(json.at("status")), number_from(json.at("addresses"))};
}

Json json_of_broken(const DeepSummary::BrokenLink& link) {
  return {{"url", json_of_text(link.url)},
          {"status", link.status},
          {"fault", json_of_text(link.fault)},
          {"pages", link.pages},
          {"found_on", json_of_text(link.found_on)}};
}
DeepSummary::BrokenLink broken_from(const Json& json) {
  return {text_from(json.at("url")), small_from(json.at("status")), text_from(json.at("fault")),
          number_from(json.at("pages")), text_from(json.at("found_on"))};
}

Json json_of_repeated(const DeepSummary::Repeated& repeated) {
  return {{"text", json_of_text(repeated.text)},
          {"pages", repeated.pages},
          {"examples", json_of_list(repeated.examples, json_of_string)}};
}
DeepSummary::Repeated repeated_from(const Json& json) {
  return {text_from(json.at("text")), number_from(json.at("pages")),
          list_from(json.at("examples"), text_from)};
}

Json json_of_language(const DeepSummary::LanguageCount& count) {
  return {{"language", json_of_text(count.language)}, {"pages", count.pages}};
}
DeepSummary::LanguageCount language_from(const Json& json) {
  return {text_from(json.at("language")), number_from(json.at("pages"))};
}

Json json_of_depth(const DeepSummary::DepthCount& count) {
  return {{"depth", count.depth}, {"pages", count.pages}};
}
DeepSummary::DepthCount depth_from(const Json& json) {
  return {small_from(json.at("depth"), -1), number_from(json.at("pages"))};
}

Json json_of_left_over(const DeepSummary::LeftOver& left_over) {
  return {{"sign", json_of_text(left_over.sign)}, {"url", json_of_text(left_over.url)}};
}
DeepSummary::LeftOver left_over_from(const Json& json) {
  return {text_from(json.at("sign")), text_from(json.at("url"))};
}

// The years 1 to 9999.
Time time_from(const Json& json) {
  constexpr std::int64_t earliest = -62'135'596'800'000, latest = 253'402'300'799'999;
  const auto ms = number_from(json, earliest);
  if (ms > latest) throw std::runtime_error("a time out of range");
  return Time(std::chrono::milliseconds(ms));
}

}  // namespace

Json json_of(const DeepSummary& summary) {
  Json json = Json::object();
  for (const Count& each : counts) json[each.name] = summary.*each.count;
  json["complete"] = summary.complete;
  json["statuses"] = json_of_list(summary.statuses, json_of_status);
  json["broken"] = json_of_list(summary.broken, json_of_broken);
  json["errors"] = json_of_list(summary.errors, json_of_broken);
  json["repeated_titles"] = json_of_list(summary.repeated_titles, json_of_repeated);
  json["untitled_pages"] = json_of_list(summary.untitled_pages, json_of_string);
  json["repeated_descriptions"] = json_of_list(summary.repeated_descriptions, json_of_repeated);
  json["duplicates"] = json_of_list(summary.duplicates, json_of_repeated);
  json["languages"] = json_of_list(summary.languages, json_of_language);
  if (summary.newest_date) json["newest_date"] = summary.newest_date->time_since_epoch().count();
  json["newest_page"] = json_of_text(summary.newest_page);
  json["depths"] = json_of_list(summary.depths, json_of_depth);
  json["insecure_page"] = json_of_text(summary.insecure_page);
  json["left_overs"] = json_of_list(summary.left_overs, json_of_left_over);
  return json;
}

DeepSummary deep_summary_from(const Json& json) {
  DeepSummary summary;
  for (const Count& each : counts) summary.*each.count = number_from(json.at(each.name));
  summary.complete = json.at("complete");
  summary.statuses = list_from(json.at("statuses"), status_from);
  summary.broken = list_from(json.at("broken"), broken_from);
  summary.errors = list_from(json.at("errors"), broken_from);
  summary.repeated_titles = list_from(json.at("repeated_titles"), repeated_from);
  summary.untitled_pages = list_from(json.at("untitled_pages"), text_from);
  summary.repeated_descriptions = list_from(json.at("repeated_descriptions"), repeated_from);
  summary.duplicates = list_from(json.at("duplicates"), repeated_from);
  summary.languages = list_from(json.at("languages"), language_from);
  if (json.contains("newest_date")) summary.newest_date = time_from(json.at("newest_date"));
  summary.newest_page = text_from(json.at("newest_page"));
  summary.depths = list_from(json.at("depths"), depth_from);
  summary.insecure_page = text_from(json.at("insecure_page"));
  summary.left_overs = list_from(json.at("left_overs"), left_over_from);
  return summary;
}

}  // namespace touchstone
