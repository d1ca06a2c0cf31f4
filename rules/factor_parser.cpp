#include "rules/rule_parser.h"

namespace touchstone {

namespace {

std::map<std::string, int> parse_deltas(const RuleNode* table) {
  constexpr int most = 9;
  std::map<std::string, int> deltas;
  if (!table) return deltas;
  RuleReader reader(*table);
  for (const auto& key : table->keys) deltas[key] = reader.number(key, 0, -most, most);
  return deltas;
}

}  // namespace

FactorRule parse_factor(const RuleNode& node) {
  RuleReader reader(node);
  FactorRule factor;
  factor.id = reader.id();
  factor.factor = reader.needed_text("factor");
  factor.value = reader.needed_text("value");
  factor.title = reader.needed_text("title");
  factor.groups = parse_deltas(reader.object("groups"));
  factor.touchpoints = parse_deltas(reader.object("touchpoints"));
  factor.named = reader.number("named", 0, -9, 9);
  if (const RuleNode* absence = reader.object("absence")) {
    for (std::size_t i = 0; i < absence->keys.size(); ++i) {
      factor.absence[absence->keys[i]] = parse_absence_word(absence->items[i]);
    }
  }
  if (reader.member("plan")) factor.plan = reader.number("plan", 0, 1, 100);
  reader.done();
  return factor;
}

}  // namespace touchstone
