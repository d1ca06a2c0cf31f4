#include "rules/reactions.h"

#include "rules/rule_reader.h"

namespace touchstone {

std::map<std::string, Reaction, std::less<>> parse_reactions(const RuleNode& node) {
  std::map<std::string, Reaction, std::less<>> reactions;
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    RuleReader reader(node.items[i]);
    Reaction& said = reactions[node.keys[i]];
    said.remembered = reader.text("remembered");
    said.wow = reader.text("wow");
    said.so_so = reader.text("so-so");
    said.sucks = reader.text("sucks");
    said.missing = reader.text("missing");
    reader.done();
  }
  return reactions;
}

std::string reaction_to(const Touchpoint& touchpoint, const Rulebook& rulebook) {
  const auto& positions = touchpoint.rule->positions;
  if (!touchpoint.verdict || positions.empty()) return {};
  auto found = rulebook.reactions.find(touchpoint.rule->group);
  if (found == rulebook.reactions.end()) found = rulebook.reactions.find(positions.front());
  if (found == rulebook.reactions.end()) return {};
  const Reaction& said = found->second;
  if (touchpoint.status == Status::missing) return said.missing;
  if (touchpoint.wow_kind == "remembered") return said.remembered;
  if (*touchpoint.verdict == Verdict::wow) return said.wow;
  return *touchpoint.verdict == Verdict::so_so ? said.so_so : said.sucks;
}

}  // namespace touchstone
