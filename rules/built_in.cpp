// The rules inside the program.

#include "rules/loader.h"
#include "site/embedded.h"

namespace touchstone {

Rulebook load_rulebook(const std::vector<RuleFile>& overlays) {
  std::vector<RuleFile> built_in;
  for (const auto& file : embedded_below("rules/")) {
    if (file.path.ends_with(".json") && !file.path.starts_with("rules/translations/")) {
      built_in.push_back({std::string(file.path), std::string(file.bytes)});
    }
  }
  return build_rulebook(built_in, overlays, all_checks());
}

}  // namespace touchstone
