#include <fmt/format.h>

#include <algorithm>

#include "rules/rule_parser.h"

namespace touchstone {

namespace {

const RuleReader::Choices<Absence> absences{{"required", Absence::required},
                                            {"expected", Absence::expected},
                                            {"optional", Absence::optional},
                                            {"never", Absence::never}};

std::vector<std::string> parse_positions(RuleReader& reader) {
  RuleReader::Choices<std::string> choices;
  for (const char* position : {"find", "arrive", "look", "trust", "contact", "return"}) {
    choices.emplace_back(position, position);
  }
  std::vector<std::string> positions;
  if (const RuleNode* list = reader.list("positions")) {
    for (const auto& item : list->items) positions.push_back(RuleReader::choose(item, choices));
  }
  return positions;
}

std::map<std::string, Absence> parse_absence_by_profile(const RuleNode& node) {
  std::map<std::string, Absence> absence;
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    const std::string& profile = node.keys[i];
    if (std::find(profile_names().begin(), profile_names().end(), profile) ==
        profile_names().end()) {
      node.items[i].fail(
          fmt::format("unknown profile \"{}\"{}", profile, did_you_mean(profile, profile_names())));
    }
    absence[profile] = RuleReader::choose(node.items[i], absences);
  }
  return absence;
}

void parse_absence(RuleReader& reader, const KnownFacts& facts, TouchpointRule& rule) {
  rule.absence = reader.choice("absence", Absence::never, absences);
  if (const RuleNode* by_profile = reader.object("absence_by_profile")) {
    rule.absence_by_profile = parse_absence_by_profile(*by_profile);
  }
  const RuleNode* missing = reader.object("missing");
  if (!missing) return;
  rule.missing = parse_conditions(*missing, facts);
  if (rule.absence == Absence::never && rule.absence_by_profile.empty()) {
    missing->fail("\"absence\" says \"never\"; write what its absence means, or leave this out");
  }
}

KnownFacts known_facts(const RuleNode* components, const Check* check) {
  KnownFacts facts;
  if (check) {
    for (const auto& spec : check->facts) facts.emplace(spec.name, spec.unit);
  }
  if (!components) return facts;
  for (const auto& node : components->items) {
    const RuleNode* look = node.find("look");
    if (!look || look->kind == RuleNode::Kind::null) continue;
    const RuleNode* name = node.find("fact");
    if (!name) name = node.find("id");
    if (!name || name->kind != RuleNode::Kind::text) continue;  // told when the component is read
    if (!facts.emplace(name->text, "").second) {
      look->fail(fmt::format("the fact \"{}\" is measured already; give this one another name",
                             name->text));
    }
  }
  return facts;
}

ChipRule parse_chip(const RuleNode& node, const KnownFacts& facts) {
  RuleReader reader(node);
  ChipRule chip;
  chip.id = reader.id();
  chip.title = reader.needed_text("title");
  const RuleNode* when = reader.object("when");
  if (!when) node.fail("\"when\" is missing");
  chip.when = parse_conditions(*when, facts);
  reader.done();
  return chip;
}

template <typename Rule>
void need_new_id(const std::vector<Rule>& rules, const RuleNode& node, const std::string& id) {
  for (const auto& rule : rules) {
    if (rule.id == id) node.fail(fmt::format("the id \"{}\" is written twice", id));
  }
}

}  // namespace

void parse_meta(RuleReader& reader, TouchpointRule& rule) {
  rule.importance = reader.number("importance", 5, 1, 10);
  rule.period = reader.word("period", "monthly", period_names());
  rule.positions = parse_positions(reader);
  rule.kind = reader.word("kind", "interface", {"situation", "place", "interface"});
  rule.term = reader.word("term", "short", {"short", "long"});
  rule.frequency = reader.word("frequency", "repeated", {"one-off", "repeated"});
  rule.live = reader.truth("live", false);
  rule.stage = reader.word("stage", "saturation", stage_names());
  rule.control = reader.word("control", "own", {"own", "partial", "independent"});
  rule.effort = reader.word("effort", "M", {"S", "M", "L"});
  rule.owner = reader.text("owner");
  if (const RuleNode* observations = reader.list("observations")) {
    for (const auto& item : observations->items) {
      RuleReader::want(item, RuleNode::Kind::number);
      rule.observations.push_back(static_cast<int>(item.number));
    }
  }
  rule.experience = reader.text("experience");
  rule.authority = reader.text("authority");
  rule.remedy = reader.text("remedy");
  rule.plain = reader.text("plain");
  rule.chip_ideas = reader.texts("chip_ideas");
  rule.universal = reader.truth("universal", false);
  rule.not_fooled_by = reader.text("not_fooled_by");
  rule.hygiene = reader.truth("hygiene", false);
  const auto& at = rule.positions;
  const bool sells =
      rule.group == "offer" || std::find(at.begin(), at.end(), "contact") != at.end();
  rule.sales = reader.truth("sales", sells);
  rule.lexical = reader.truth("lexical", false);
  rule.needs = reader.texts("needs");
}

const std::vector<std::string>& profile_names() {
  static const std::vector<std::string> names{"shop",   "local",     "b2b",     "saas",   "content",
                                              "person", "nonprofit", "realtor", "general"};
  return names;
}

const std::vector<std::string>& stage_names() {
  static const std::vector<std::string> names{"entry", "growth", "saturation", "decline", "gone"};
  return names;
}

const std::vector<std::string>& period_names() {
  static const std::vector<std::string> names{"daily", "weekly", "monthly", "quarterly", "yearly"};
  return names;
}

Absence parse_absence_word(const RuleNode& node) {
  return RuleReader::choose(node, absences);
}

TouchpointRule parse_touchpoint(const RuleNode& node, const Check* check) {
  RuleReader reader(node);
  TouchpointRule rule;
  rule.id = reader.id();
  rule.group = reader.needed_text("group");
  rule.title = reader.needed_text("title");
  rule.source = node.origin->name;
  parse_meta(reader, rule);
  const RuleNode* components = reader.list("components");
  const KnownFacts facts = known_facts(components, check);
  rule.units = facts;
  parse_absence(reader, facts, rule);
  if (components) {
    for (const auto& item : components->items) {
      Component component = parse_component(item, facts);
      if (!check && !component.look && !component.manual) {
        item.fail("no check measures this touchpoint, so that each component needs a \"look\"");
      }
      need_new_id(rule.components, item, component.id);
      rule.components.push_back(std::move(component));
    }
  }
  if (const RuleNode* chips = reader.list("chips")) {
    for (const auto& item : chips->items) {
      ChipRule chip = parse_chip(item, facts);
      need_new_id(rule.chips, item, chip.id);
      rule.chips.push_back(std::move(chip));
    }
  }
  reader.done();
  if (rule.components.empty()) node.fail("a touchpoint without components cannot be judged");
  return rule;
}

}  // namespace touchstone
