#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "rules/arithmetic.h"
#include "rules/judge.h"
#include "rules/rule_parser.h"
#include "rules/scorecard.h"
#include "site/embedded.h"

namespace touchstone {

namespace {

constexpr int deepest = 8;  // touchpoints of touchpoints of touchpoints

// Points of a touchpoint or of a part of it: a score, or the mean of its parts by weight.
struct Part {
  Component component;
  std::optional<int> points;
};

std::optional<int> mean_of(const std::vector<Part>& parts) {
  std::int64_t sum = 0, weight = 0;
  for (const auto& part : parts) {
    if (!part.points) continue;
    sum += std::int64_t{*part.points} * part.component.weight;
    weight += part.component.weight;
  }
  if (weight == 0) return std::nullopt;
  return static_cast<int>(rdiv(sum, weight));
}

std::optional<int> score_in(RuleReader& reader) {
  if (!reader.member("score")) return std::nullopt;
  return 10 * reader.number("score", 0, 0, 10);
}

std::map<Verdict, std::string> says_in(RuleReader& reader) {
  std::map<Verdict, std::string> says;
  const RuleNode* node = reader.object("says");
  if (!node) return says;
  RuleReader sentences(*node);
  for (const Verdict verdict : {Verdict::wow, Verdict::so_so, Verdict::sucks}) {
    const std::string sentence = sentences.text(to_string(verdict));
    if (!sentence.empty()) says[verdict] = sentence;
  }
  sentences.done();
  return says;
}

std::vector<Part> parts_in(const RuleNode* list, int depth);

Part part_of(const RuleNode& node, int depth) {
  RuleReader reader(node);
  Part part;
  part.component.id = reader.id();
  part.component.title = reader.text("title", part.component.id);
  part.component.weight = reader.number("weight", 1, 1, 10);
  part.component.manual = true;
  part.component.says = says_in(reader);
  part.component.fix = reader.text("remedy");
  part.points = score_in(reader);
  const auto smaller = parts_in(reader.list("components"), depth + 1);
  if (!part.points) part.points = mean_of(smaller);
  reader.text("notes");
  reader.done();
  return part;
}

std::vector<Part> parts_in(const RuleNode* list, int depth) {
  std::vector<Part> parts;
  if (!list) return parts;
  if (depth > deepest) list->fail("touchpoints are nested deeper than anybody could score");
  for (const auto& item : list->items) {
    Part part = part_of(item, depth);
    for (const auto& other : parts) {
      if (other.component.id == part.component.id) {
        item.fail(fmt::format("the id \"{}\" is written twice", part.component.id));
      }
    }
    parts.push_back(std::move(part));
  }
  return parts;
}

// Numbers that people measured: seconds until an answer, rings, minutes.
std::optional<int> measure_in(RuleReader& entry) {
  const RuleNode* node = entry.object("measure");
  if (!node) return std::nullopt;
  constexpr int largest = 1'000'000'000;
  RuleReader reader(*node);
  reader.text("unit");
  const int good = reader.number("good", 0, 0, largest),
            poor = reader.number("poor", 0, 0, largest);
  if (good == poor) node->fail("\"good\" and \"poor\" must be two different numbers");
  const bool bounded = reader.member("least");
  const int least = reader.number("least", 0, 0, largest);
  const bool measured = reader.member("value");
  const int value = reader.number("value", 0, 0, largest);
  reader.done();
  if (!measured) return std::nullopt;
  if (bounded && value < least) return 50;
  const Graded bands = good < poor ? Graded{"", good / 2, good, poor, 2 * poor}
                                   : Graded{"", 2 * good, good, poor, poor / 2};
  return graded_points(bands, value);
}

struct Ratings {
  std::optional<int> all, customers;
};

Ratings ratings_in(RuleReader& entry) {
  std::int64_t sum = 0, count = 0, customers_sum = 0, customers = 0;
  if (const RuleNode* list = entry.list("ratings")) {
    for (const auto& item : list->items) {
      RuleReader reader(item);
      for (const char* text : {"rater", "segment", "reaction", "date"}) reader.text(text);
      const std::string role = reader.text("role");
      const auto points = score_in(reader);
      reader.done();
      if (!points) continue;
      sum += *points;
      ++count;
      if (role != "customer") continue;
      customers_sum += *points;
      ++customers;
    }
  }
  Ratings ratings;
  if (count > 0) ratings.all = static_cast<int>(rdiv(sum, count));
  if (customers > 0) ratings.customers = static_cast<int>(rdiv(customers_sum, customers));
  return ratings;
}

std::vector<ChipRule> chips_in(RuleReader& entry) {
  std::vector<ChipRule> chips;
  const RuleNode* list = entry.list("chips");
  if (!list) return chips;
  for (const auto& item : list->items) {
    RuleReader reader(item);
    ChipRule chip;
    chip.id = reader.id();
    chip.title = reader.text("title", chip.id);
    reader.text("seen_by");
    reader.text("when");
    reader.done();
    chips.push_back(std::move(chip));
  }
  return chips;
}

std::vector<std::string> ideas_in(RuleReader& entry) {
  std::vector<std::string> ideas;
  const RuleNode* list = entry.list("ideas");
  if (!list) return ideas;
  for (const auto& item : list->items) {
    if (item.kind == RuleNode::Kind::text) {
      ideas.push_back(item.text);
      continue;
    }
    RuleReader reader(item);
    ideas.push_back(reader.needed_text("text"));
    reader.text("date");
    reader.text("state");
    reader.done();
  }
  return ideas;
}

std::optional<Improvement> improvement_in(RuleReader& entry) {
  const RuleNode* node = entry.object("improvement");
  if (!node) return std::nullopt;
  RuleReader reader(*node);
  Improvement improvement;
  improvement.what = reader.text("what");
  improvement.who = reader.text("who");
  improvement.due = reader.text("due");
  improvement.state = reader.choice<std::string>(
      "state", "planned",
      {{"planned", "planned"}, {"in-progress", "in-progress"}, {"done", "done"}});
  reader.text("cost");
  reader.text("benefit");
  reader.done();
  return improvement;
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
    entry.whole_says = says_in(reader);
    const auto parts = parts_in(reader.list("components"), 1);
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
    rule.live = reader.truth("live", false);
    for (const char* text : {"object", "channel", "kind", "mode", "desired_duration"}) {
      reader.text(text);
    }
    rule.offline = true;
  }

  // A touchpoint that nobody divided is one part.
  void take_parts(const RuleNode& node, const std::vector<Part>& parts,
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
  if (const RuleNode* list = reader.list("touchpoints")) {
    for (const auto& node : list->items) {
      ScorecardEntry entry = parser.entry(node);
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
