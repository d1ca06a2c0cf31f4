#include "rules/company_name.h"

#include <nlohmann/json.hpp>
#include <optional>

#include "site/text.h"

namespace touchstone {

namespace {

using Json = nlohmann::json;

constexpr std::size_t longest_block = 256 * 1024, most_nodes = 10'000, longest_name = 80;

// A thing with a name and a way to reach or recognise it is the company, whichever of schema.org's
// hundreds of organization types it has.
std::optional<std::string> organization_name(const Json& node) {
  const auto name = node.find("name");
  if (name == node.end() || !name->is_string()) return std::nullopt;
  for (const char* sign : {"telephone", "address", "logo", "contactPoint", "email"}) {
    if (node.contains(sign)) return collapse_spaces(name->get_ref<const std::string&>());
  }
  return std::nullopt;
}

// The first one in the order of the text, by an explicit stack: the web decides the depth.
std::optional<std::string> first_organization(const std::string& block) {
  if (block.size() > longest_block) return std::nullopt;
  const Json root = Json::parse(block, nullptr, false);
  std::vector<const Json*> open{&root};
  for (std::size_t seen = 0; !open.empty() && seen < most_nodes; ++seen) {
    const Json& node = *open.back();
    open.pop_back();
    if (node.is_object()) {
      if (auto name = organization_name(node); name && !name->empty()) return name;
    }
    if (!node.is_structured()) continue;
    for (auto child = node.rbegin(); child != node.rend(); ++child) {
      if (child->is_structured()) open.push_back(&*child);
    }
  }
  return std::nullopt;
}

std::string name_on(const Page& home) {
  if (const auto name = home.meta("og:site_name")) {
    const std::string collapsed = collapse_spaces(*name);
    if (!collapsed.empty()) return collapsed;
  }
  for (const auto& block : home.json_ld()) {
    if (const auto name = first_organization(block)) return *name;
  }
  return home.title();
}

}  // namespace

std::string company_name(const Site& site) {
  const Page* home = site.home();
  // A challenge or a parking page is not the company's.
  const std::string name = home && !site.closed_because() ? name_on(*home) : std::string();
  return name.empty() ? site.home_url().host_unicode() : shorten(name, longest_name);
}

}  // namespace touchstone
