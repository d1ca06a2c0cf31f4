#include <fmt/format.h>

#include <algorithm>

#include "rules/rule_parser.h"
#include "rules/scorecard_parts.h"
#include "site/embedded.h"

namespace touchstone {

namespace {

const RuleNode* with_id(const RuleNode* list, std::string_view id) {
  if (!list) return nullptr;
  for (const auto& item : list->items) {
    const RuleNode* known = item.find("id");
    if (known && known->text == id) return &item;
  }
  return nullptr;
}

void lay_under(const RuleNode& known, RuleNode& typed) {
  for (std::size_t i = 0; i < known.keys.size(); ++i) {
    if (!typed.find(known.keys[i])) typed.set(known.keys[i], known.items[i]);
  }
}

// What the program knows of a touchpoint of its starter list, and people left out. Of its parts
// those stay that people typed.
RuleNode with_starter(const RuleNode& starters, RuleNode typed) {
  const RuleNode* id = typed.find("id");
  const RuleNode* known = id ? with_id(&starters, id->text) : nullptr;
  if (!known) return typed;
  lay_under(*known, typed);
  for (const char* table : {"measure", "says"}) {
    RuleNode* of_people = typed.find(table);
    const RuleNode* of_program = known->find(table);
    if (of_people && of_program) lay_under(*of_program, *of_people);
  }
  RuleNode* parts = typed.find("components");
  if (!parts) return typed;
  for (auto& part : parts->items) {
    const RuleNode* name = part.find("id");
    const RuleNode* same = name ? with_id(known->find("components"), name->text) : nullptr;
    if (same) lay_under(*same, part);
  }
  return typed;
}

class ScorecardParser {
 public:
  ScorecardParser(const Rulebook& rulebook, const std::vector<GroupRule>& further)
      : rulebook_(rulebook) {
    for (const auto& group : rulebook.groups) groups_.push_back(group.id);
    for (const auto& group : further) groups_.push_back(group.id);
  }

  ScorecardEntry entry(const RuleNode& node) const {
    RuleReader reader(node);
    ScorecardEntry entry;
    entry.rule.id = reader.id();
    entry.known = rulebook_.find(entry.rule.id) != nullptr;
    read_rule(reader, entry.rule);
    entry.object = reader.text("object");
    reader.object("seen");  // what an audit said, for those who fill in
    entry.whole_says = says_in(reader);
    const auto parts = parts_in(reader.list("components"));
    const Ratings ratings = ratings_in(reader);
    const auto measured = measure_in(reader);
    entry.points = score_in(reader);
    if (!entry.points) entry.points = ratings.all;
    if (!entry.points) entry.points = measured;
    entry.customers = ratings.customers;
    entry.chips = chips_in(reader);
    entry.notes = reader.text("notes");
    entry.ideas = ideas_in(reader);
    entry.improvement = improvement_in(reader);
    entry.overrides = reader.truth("override", false);
    if (entry.overrides && entry.notes.empty()) {
      reader.node().find("override")->fail("an override needs \"notes\" that say why");
    }
    const auto present = reader.choice<std::string>(
        "present", "unknown", {{"yes", "yes"}, {"no", "no"}, {"unknown", "unknown"}});
    if (present != "unknown") entry.present = present == "yes";
    reader.done();
    take_parts(node, parts, entry);
    return entry;
  }

 private:
  void read_rule(RuleReader& reader, TouchpointRule& rule) const {
    rule.title = reader.text("title", rule.id);
    rule.group = reader.text("group", "custom");
    if (std::find(groups_.begin(), groups_.end(), rule.group) == groups_.end()) {
      reader.node().find("group")->fail(
          fmt::format("unknown group \"{}\"{}", rule.group, did_you_mean(rule.group, groups_)));
    }
    parse_meta(reader, rule);
    rule.absence = Absence::optional;
    if (const RuleNode* absence = reader.member("absence")) {
      rule.absence = parse_absence_word(*absence);
    }
    if (rule.positions.empty()) rule.positions = {"look"};  // wherever it is, customers see it
    for (const char* text : {"channel", "mode", "desired_duration"}) reader.text(text);
    rule.offline = true;
  }

  // A touchpoint that nobody divided is one part.
  void take_parts(const RuleNode& node, const std::vector<ScoredPart>& parts,
                  ScorecardEntry& entry) const {
    for (const auto& part : parts) {
      if (part.points) entry.parts[part.component.id] = *part.points;
      entry.rule.components.push_back(part.component);
    }
    if (entry.known) {
      for (const auto& part : parts) need_manual(node, entry.rule.id, part.component.id);
      return;
    }
    if (!parts.empty() && !entry.points) return;
    Component whole;
    whole.id = "whole";
    whole.title = entry.rule.title;
    whole.manual = true;
    whole.says = entry.whole_says;
    whole.fix = entry.rule.remedy;
    entry.rule.components = {whole};
    entry.parts.clear();
    if (entry.points) entry.parts["whole"] = *entry.points;
  }

  // People score what only people see; what is measured stays measured.
  void need_manual(const RuleNode& node, const std::string& touchpoint,
                   const std::string& component) const {
    std::vector<std::string> manual;
    for (const auto& one : rulebook_.find(touchpoint)->components) {
      if (one.manual) manual.push_back(one.id);
    }
    if (std::find(manual.begin(), manual.end(), component) != manual.end()) return;
    node.find("components")
        ->fail(fmt::format("people cannot score \"{}\" of {}{}", component, touchpoint,
                           did_you_mean(component, manual)));
  }

  const Rulebook& rulebook_;
  std::vector<std::string> groups_;
};

}  // namespace

Scorecard parse_scorecard(const RuleFile& file, const Rulebook& rulebook) {
  const RuleFile starter{"rules/starter.json", std::string(embedded_file("rules/starter.json"))};
  Scorecard scorecard;
  const RuleNode starter_list = parse_rule_file(starter, true);
  for (const auto& node : starter_list.find("groups")->items) {
    scorecard.groups.push_back(parse_group(node));
  }
  const RuleNode root = parse_rule_file(file, false);
  RuleReader reader(root);
  const ScorecardParser parser(rulebook, scorecard.groups);
  if (!root.find("touchpoints")) root.fail("\"touchpoints\" is missing: the list of what was seen");
  if (const RuleNode* list = reader.list("touchpoints")) {
    for (const auto& node : list->items) {
      ScorecardEntry entry = parser.entry(with_starter(*starter_list.find("touchpoints"), node));
      if (scorecard.find(entry.rule.id)) {
        node.fail(fmt::format("the id \"{}\" is written twice", entry.rule.id));
      }
      scorecard.entries.push_back(std::move(entry));
    }
  }
  reader.done();
  return scorecard;
}

}  // namespace touchstone
