// The rules inside the program.

#include "rules/loader.h"
#include "rules/rule_tree.h"
#include "site/embedded.h"

namespace touchstone {

namespace {

std::string starter_title(const RuleNode& starters, const std::string& id) {
  for (const auto& node : starters.items) {
    if (node.find("id")->text == id) return node.find("title")->text;
  }
  return {};
}

// Ways lead over touchpoints that only a scorecard holds, too.
void name_links(Rulebook& rulebook) {
  constexpr const char* name = "rules/starter.json";
  const RuleNode list = parse_rule_file({name, std::string(embedded_file(name))}, true);
  for (auto& chain : rulebook.chains) {
    for (auto& link : chain.links) {
      link.title = starter_title(*list.find("touchpoints"), link.any_of.front());
    }
  }
}

}  // namespace

Rulebook load_rulebook(const std::vector<RuleFile>& overlays,
                       const std::vector<std::string>& further) {
  std::vector<RuleFile> built_in;
  for (const auto& file : embedded_below("rules/")) {
    const bool rule = file.path.ends_with(".json") && file.path != "rules/starter.json" &&
                      file.path != "rules/laws.json" && file.path != "rules/without_site.json" &&
                      !file.path.starts_with("rules/translations/");
    if (rule) {
      built_in.push_back({std::string(file.path), std::string(file.bytes)});
    }
  }
  Rulebook rulebook = build_rulebook(built_in, overlays, all_checks(), further);
  name_links(rulebook);
  return rulebook;
}

}  // namespace touchstone
