#include "rules/scorecard_parts.h"

#include <fmt/format.h>

#include "rules/arithmetic.h"
#include "rules/judge.h"

namespace touchstone {

namespace {

constexpr int deepest = 8;  // touchpoints of touchpoints of touchpoints

std::optional<int> mean_of(const std::vector<ScoredPart>& parts) {
  std::int64_t sum = 0, weight = 0;
  for (const auto& part : parts) {
    if (!part.points) continue;
    sum += std::int64_t{*part.points} * part.component.weight;
    weight += part.component.weight;
  }
  if (weight == 0) return std::nullopt;
  return static_cast<int>(rdiv(sum, weight));
}

ScoredPart part_of(const RuleNode& node, int depth) {
  RuleReader reader(node);
  ScoredPart part;
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

}  // namespace

std::optional<int> score_in(RuleReader& reader) {
  return reader.tenths("score", 0, 100);
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

std::vector<ScoredPart> parts_in(const RuleNode* list, int depth) {
  std::vector<ScoredPart> parts;
  if (!list) return parts;
  if (depth > deepest) list->fail("touchpoints are nested deeper than anybody could score");
  for (const auto& item : list->items) {
    ScoredPart part = part_of(item, depth);
    for (const auto& other : parts) {
      if (other.component.id == part.component.id) {
        item.fail(fmt::format("the id \"{}\" is written twice", part.component.id));
      }
    }
    parts.push_back(std::move(part));
  }
  return parts;
}

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

Ratings ratings_in(RuleReader& entry) {
  std::int64_t sum = 0, count = 0, customers_sum = 0, customers = 0;
  if (const RuleNode* list = entry.list("ratings")) {
    for (const auto& item : list->items) {
      // Who gave it may be left out: [9, 8, 10].
      if (item.kind == RuleNode::Kind::number || item.kind == RuleNode::Kind::fraction) {
        sum += RuleReader::tenths_of(item, 0, 100);
        ++count;
        continue;
      }
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

}  // namespace touchstone
