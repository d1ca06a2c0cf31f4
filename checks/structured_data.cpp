#include "checks/structured_data.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace touchstone {

namespace {

using nlohmann::json;

constexpr std::size_t kMostThings = 2'000;
constexpr std::size_t kLargestBlock = 512 * 1024;  // bytes; real blocks have some KiB

// "https://schema.org/Bakery", "schema:Bakery" and "Bakery" are one type.
std::string short_type(const std::string& type) {
  const auto cut = type.find_last_of("/#:");
  return cut == type.npos ? type : type.substr(cut + 1);
}

void add_types(const json& value, Thing& thing) {
  if (value.is_string()) thing.types.push_back(short_type(value.get_ref<const std::string&>()));
  if (!value.is_array()) return;
  for (const json& one : value) {
    if (one.is_string()) thing.types.push_back(short_type(one.get_ref<const std::string&>()));
  }
}

// Numbers too: "telephone": 493012345678.
void add_text(const std::string& key, const json& value, Thing& thing) {
  if (value.is_string()) thing.texts.emplace_back(key, value.get_ref<const std::string&>());
  if (value.is_number()) thing.texts.emplace_back(key, value.dump());
}

Thing thing_of(const json& object) {
  Thing thing;
  for (const auto& [key, value] : object.items()) {
    if (key == "@type") {
      add_types(value, thing);
    } else if (value.is_array()) {
      for (const json& one : value) add_text(key, one, thing);
    } else {
      add_text(key, value, thing);
    }
  }
  return thing;
}

// With an own stack: the depth is the web's to choose.
void add_things(const json& block, std::vector<Thing>& things) {
  std::vector<const json*> open{&block};
  while (!open.empty() && things.size() < kMostThings) {
    const json& value = *open.back();
    open.pop_back();
    if (value.is_object()) things.push_back(thing_of(value));
    if (!value.is_structured()) continue;
    const auto first_child = static_cast<std::ptrdiff_t>(open.size());
    for (const json& child : value) {
      if (child.is_structured()) open.push_back(&child);
    }
    std::reverse(open.begin() + first_child, open.end());
  }
}

}  // namespace

bool Thing::is_a(std::string_view type) const {
  return std::find(types.begin(), types.end(), type) != types.end();
}

std::optional<std::string> Thing::text(std::string_view property) const {
  for (const auto& [name, value] : texts) {
    if (name == property) return value;
  }
  return std::nullopt;
}

std::vector<Thing> things_of(const Page& page) {
  std::vector<Thing> things;
  for (std::string block : page.json_ld()) {
    if (block.size() > kLargestBlock) continue;
    // Raw line breaks inside texts are common, and outside of them are only space.
    std::replace_if(
        block.begin(), block.end(), [](unsigned char c) { return c < 0x20; }, ' ');
    const json parsed = json::parse(block, nullptr, false, true);
    if (!parsed.is_discarded()) add_things(parsed, things);
  }
  return things;
}

}  // namespace touchstone
