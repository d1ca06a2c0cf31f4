// The rules inside the program.

#include "rules/loader.h"
#include "site/embedded.h"

namespace touchstone {

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
  return build_rulebook(built_in, overlays, all_checks(), further);
}

}  // namespace touchstone
