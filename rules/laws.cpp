#include "rules/laws.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "site/embedded.h"

namespace touchstone {

std::vector<Law> laws(const Wording& wording) {
  const auto json = nlohmann::json::parse(embedded_file("rules/laws.json"));
  std::vector<Law> found;
  for (const char* part : {"laws", "observations"}) {
    for (const auto& one : json[part]) {
      found.push_back({one["id"], wording(one["text"].get<std::string>())});
    }
  }
  return found;
}

std::vector<std::string> laws_of(const TouchpointRule& rule) {
  std::vector<std::string> ids;
  for (const int number : rule.observations) ids.push_back("O" + std::to_string(number));
  return ids;
}

std::vector<std::string> told_laws_of(const TouchpointRule& rule, const Wording& wording) {
  std::vector<std::string> told;
  const auto ids = laws_of(rule);
  for (const auto& law : laws(wording)) {
    if (std::find(ids.begin(), ids.end(), law.id) == ids.end()) continue;
    told.push_back(law.text + " (" + law.id + ")");
  }
  return told;
}

}  // namespace touchstone
