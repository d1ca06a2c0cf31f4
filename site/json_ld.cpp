#include "site/json_ld.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace touchstone {

namespace {

using nlohmann::json;

constexpr std::size_t kMostObjects = 10'000;

std::string last_part(const std::string& name) {
  const auto cut = name.find_last_of("/:#");
  return cut == std::string::npos ? name : name.substr(cut + 1);
}

std::string text_of(const json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

struct Waiting {
  const json* value;
  std::string property;
  int parent;
};

void add_types(const json& value, std::vector<std::string>& types) {
  if (value.is_string()) types.push_back(last_part(value.get<std::string>()));
  if (!value.is_array()) return;
  for (const auto& item : value) {
    if (item.is_string()) types.push_back(last_part(item.get<std::string>()));
  }
}

// Breadth first with a list of what waits, so that hostile nesting costs no stack.
void flatten(const json& block, std::vector<LinkedObject>& objects) {
  std::vector<Waiting> waiting{{&block, "", -1}};
  for (std::size_t i = 0; i < waiting.size() && objects.size() < kMostObjects; ++i) {
    const auto [value, property, parent] = waiting[i];
    if (value->is_array()) {
      for (const auto& item : *value) {
        if (item.is_structured()) {
          waiting.push_back({&item, property, parent});
        } else if (parent >= 0 && !item.is_null()) {
          objects[static_cast<std::size_t>(parent)].values.emplace_back(property, text_of(item));
        }
      }
      continue;
    }
    if (!value->is_object()) continue;
    const int self = static_cast<int>(objects.size());
    objects.push_back({{}, property, parent, {}});
    for (const auto& [key, item] : value->items()) {
      const auto name = last_part(key);
      if (name == "@type" || name == "type") {
        add_types(item, objects[static_cast<std::size_t>(self)].types);
      } else if (item.is_structured()) {
        waiting.push_back({&item, name, self});
      } else if (!item.is_null()) {
        objects[static_cast<std::size_t>(self)].values.emplace_back(name, text_of(item));
      }
    }
  }
}

}  // namespace

bool LinkedObject::is_a(std::string_view type) const {
  return std::find(types.begin(), types.end(), type) != types.end();
}

std::optional<std::string> LinkedObject::value(std::string_view name) const {
  for (const auto& [key, value] : values) {
    if (key == name) return value;
  }
  return std::nullopt;
}

std::vector<LinkedObject> linked_objects(const Page& page) {
  std::vector<LinkedObject> objects;
  for (std::string block : page.json_ld()) {
    std::replace_if(
        block.begin(), block.end(), [](unsigned char c) { return c < 0x20; }, ' ');
    const auto parsed = json::parse(block, nullptr, false, true);
    if (!parsed.is_discarded()) flatten(parsed, objects);
  }
  return objects;
}

}  // namespace touchstone
