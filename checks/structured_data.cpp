#include "checks/structured_data.h"

#include <algorithm>
#include <set>

#include "checks/annotations.h"
#include "checks/json_ld.h"
#include "site/embedded.h"

namespace touchstone {

namespace {

constexpr std::size_t kLargestBlock = 512 * 1024;  // bytes; real blocks have some KiB
constexpr std::size_t kMostBroken = 20;

using Names = std::set<std::string_view>;

Names names_in(std::string_view list) {
  const auto lines = embedded_list(list);
  return {lines.begin(), lines.end()};
}

bool is_any_of(const Thing& thing, const Names& names) {
  return std::any_of(thing.types.begin(), thing.types.end(),
                     [&](const std::string& type) { return names.contains(type); });
}

StructuredData json_ld_of(const Page& page) {
  StructuredData data;
  for (const std::string& block : page.json_ld()) {
    if (block.size() > kLargestBlock) continue;
    ++data.blocks;
    BrokenBlock broken;
    broken.block = data.blocks;
    const bool sound = read_json_ld(block, data.things, broken);
    if (!sound && data.broken.size() < kMostBroken) data.broken.push_back(std::move(broken));
  }
  return data;
}

}  // namespace

std::string_view to_string(Syntax syntax) {
  switch (syntax) {
    case Syntax::json_ld:
      return "JSON-LD";
    case Syntax::microdata:
      return "microdata";
    case Syntax::rdfa:
      return "RDFa";
  }
  return "";
}

bool Thing::is_a(std::string_view type) const {
  return std::find(types.begin(), types.end(), type) != types.end();
}

std::optional<std::string> Thing::text(std::string_view property) const {
  for (const auto& [name, value] : texts) {
    if (name == property) return value;
  }
  return std::nullopt;
}

bool Thing::has(std::string_view property) const {
  const auto named = [&](const auto& entry) { return entry.first == property; };
  const auto filled = [&](const auto& entry) { return named(entry) && !entry.second.empty(); };
  return std::any_of(texts.begin(), texts.end(), filled) ||
         std::any_of(parts.begin(), parts.end(), named);
}

StructuredData structured_data_of(const Page& page) {
  StructuredData data = json_ld_of(page);
  read_annotations(page, data.things);
  return data;
}

std::vector<Thing> things_of(const Page& page) {
  return json_ld_of(page).things;
}

bool is_organization(const Thing& thing) {
  static const Names names = names_in("checks/data/organization-types.txt");
  return is_any_of(thing, names) || is_local_business(thing);
}

bool is_local_business(const Thing& thing) {
  static const Names names = names_in("checks/data/local-business-types.txt");
  return is_any_of(thing, names);
}

}  // namespace touchstone
