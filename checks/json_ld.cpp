#include "checks/json_ld.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "site/text.h"

namespace touchstone {

namespace {

using nlohmann::json;

void add_types(const json& value, Thing& thing) {
  if (value.is_string()) thing.types.push_back(schema_name(value.get_ref<const std::string&>()));
  if (!value.is_array()) return;
  for (const json& one : value) {
    if (one.is_string()) thing.types.push_back(schema_name(one.get_ref<const std::string&>()));
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

// What is still to be read, and the thing and property that hold it.
struct Open {
  const json* value = nullptr;
  std::size_t holder = std::string::npos;
  const std::string* property = nullptr;
};

// With an own stack: the depth is the web's to choose.
void add_things(const json& block, std::vector<Thing>& things) {
  std::vector<Open> open{{&block}};
  while (!open.empty() && things.size() < kMostThings) {
    const auto [value, holder, property] = open.back();
    open.pop_back();
    const auto first_child = static_cast<std::ptrdiff_t>(open.size());
    if (value->is_object()) {
      const std::size_t own = things.size();
      things.push_back(thing_of(*value));
      if (property) things[holder].parts.emplace_back(*property, own);
      for (const auto& [key, child] : value->get_ref<const json::object_t&>()) {
        if (child.is_structured()) open.push_back({&child, own, &key});
      }
    } else if (value->is_array()) {
      for (const json& child : *value) {
        if (child.is_structured()) open.push_back({&child, holder, property});
      }
    }
    std::reverse(open.begin() + first_child, open.end());
  }
}

// Commas behind the last member of an object or a list, which JSON forbids.
std::string without_surplus_commas(std::string_view block) {
  std::string kept;
  kept.reserve(block.size());
  bool in_text = false;
  for (std::size_t i = 0; i < block.size(); ++i) {
    const char c = block[i];
    if (in_text && c == '\\' && i + 1 < block.size()) {
      kept += c;
      kept += block[++i];
      continue;
    }
    if (c == '"') in_text = !in_text;
    if (!in_text && c == ',') {
      const auto next = block.find_first_not_of(" \t\r\n", i + 1);
      if (next == block.npos || block[next] == '}' || block[next] == ']') continue;
    }
    kept += c;
  }
  return kept;
}

// Raw line breaks inside texts are common, and outside of them are only space.
std::string without_control_characters(std::string block) {
  std::replace_if(
      block.begin(), block.end(), [](unsigned char c) { return c < 0x20; }, ' ');
  return block;
}

json parse_leniently(const std::string& block) {
  json parsed = json::parse(without_surplus_commas(block), nullptr, false, true);
  if (!parsed.is_discarded()) return parsed;
  return json::parse(without_surplus_commas(without_control_characters(block)), nullptr, false,
                     true);
}

void locate(const std::string& block, std::size_t at, BrokenBlock& broken) {
  const auto end = block.begin() + static_cast<std::ptrdiff_t>(std::min(at, block.size()));
  broken.line = 1 + static_cast<int>(std::count(block.begin(), end, '\n'));
  const auto line = std::find(std::make_reverse_iterator(end), block.rend(), '\n').base();
  broken.column = 1 + static_cast<int>(end - line);
  const auto from = static_cast<std::size_t>(line - block.begin());
  broken.near = shorten(collapse_spaces(std::string_view(block).substr(from, 400)), 100);
}

}  // namespace

std::string schema_name(std::string_view type) {
  const auto cut = type.find_last_of("/#:");
  return std::string(cut == type.npos ? type : type.substr(cut + 1));
}

bool read_json_ld(const std::string& block, std::vector<Thing>& things, BrokenBlock& broken) {
  try {
    add_things(json::parse(without_control_characters(block)), things);
    return true;
  } catch (const json::parse_error& error) {
    locate(block, error.byte > 0 ? error.byte - 1 : 0, broken);
  } catch (const json::out_of_range&) {  // a number that no machine holds; it does not say where
    locate(block, 0, broken);
  }
  const json parsed = parse_leniently(block);
  if (!parsed.is_discarded()) add_things(parsed, things);
  return false;
}

}  // namespace touchstone
