#include "rules/laws.h"

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

}  // namespace touchstone
