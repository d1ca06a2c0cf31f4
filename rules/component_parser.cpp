#include <fmt/format.h>
#include <re2/re2.h>

#include "rules/rule_parser.h"
#include "site/document.h"

namespace touchstone {

namespace {

const RuleReader::Choices<Verdict> verdicts{
    {"wow", Verdict::wow}, {"so-so", Verdict::so_so}, {"sucks", Verdict::sucks}};
const RuleReader::Choices<Severity> severities{
    {"critical", Severity::critical}, {"major", Severity::major}, {"minor", Severity::minor}};
const RuleReader::Choices<Confidence> confidences{{"measured", Confidence::measured},
                                                  {"heuristic", Confidence::heuristic},
                                                  {"estimate", Confidence::estimate}};

Graded parse_graded(const RuleNode& node, const std::string& fact) {
  RuleReader reader(node);
  Graded graded;
  graded.fact = fact;
  const auto bound = [&](std::string_view key) {
    const RuleNode* found = reader.member(key);
    if (!found) node.fail(fmt::format("\"{}\" is missing", key));
    RuleReader::want(*found, RuleNode::Kind::number);
    constexpr std::int64_t limit = 1'000'000'000'000;
    if (found->number < -limit || found->number > limit) found->fail("the number is too large");
    return found->number;
  };
  graded.best = bound("best");
  graded.good = bound("good");
  graded.poor = bound("poor");
  graded.worst = bound("worst");
  reader.done();
  const bool rising =
      graded.best < graded.good && graded.good < graded.poor && graded.poor < graded.worst;
  const bool falling =
      graded.best > graded.good && graded.good > graded.poor && graded.poor > graded.worst;
  if (!rising && !falling) {
    node.fail(
        fmt::format("best, good, poor and worst must rise all the way or fall all the way, "
                    "not {}, {}, {}, {}",
                    graded.best, graded.good, graded.poor, graded.worst));
  }
  return graded;
}

Case parse_case(const RuleNode& node, const KnownFacts& facts) {
  RuleReader reader(node);
  Case one;
  const RuleNode* verdict = reader.member("verdict");
  if (!verdict) node.fail("\"verdict\" is missing");
  if (verdict->kind == RuleNode::Kind::text && verdict->text == "not-applicable") {
    one.not_applicable = true;
  } else {
    one.verdict = RuleReader::choose(*verdict, verdicts);
  }
  if (const RuleNode* when = reader.member("when")) one.when = parse_conditions(*when, facts);
  if (const RuleNode* says = reader.member("says")) {
    check_sentence(*says, facts);
    one.says = says->text;
  }
  reader.done();
  return one;
}

std::vector<Case> parse_cases(const RuleNode& list, const KnownFacts& facts) {
  std::vector<Case> cases;
  for (const auto& item : list.items) {
    if (!cases.empty() && cases.back().when.empty()) {
      item.fail("is never read: the case before it has no \"when\" and always holds");
    }
    cases.push_back(parse_case(item, facts));
  }
  return cases;
}

std::map<Verdict, std::string> parse_says(const RuleNode& node, const KnownFacts& facts) {
  RuleReader reader(node);
  std::map<Verdict, std::string> says;
  for (const auto& [name, verdict] : verdicts) {
    const RuleNode* sentence = reader.member(name);
    if (!sentence) continue;
    check_sentence(*sentence, facts);
    says[verdict] = sentence->text;
  }
  reader.done();
  return says;
}

// A verdict without a sentence would leave its reader alone with a number.
void need_sentences(const RuleNode& node, const Component& component) {
  for (const auto& [name, verdict] : verdicts) {
    bool silent = component.graded && component.can_reach(verdict);
    for (const auto& one : component.cases) {
      silent |= !one.not_applicable && one.verdict == verdict && one.says.empty();
    }
    if (silent && !component.says.contains(verdict)) {
      node.fail(
          fmt::format("the verdict \"{}\" can be reached and has no sentence in \"says\"", name));
    }
  }
  if (component.fix.empty() &&
      (component.can_reach(Verdict::sucks) || component.can_reach(Verdict::so_so))) {
    node.fail("\"fix\" is missing: what to do when the verdict is not wow");
  }
}

}  // namespace

Look parse_look(const RuleNode& node) {
  RuleReader reader(node);
  Look look;
  look.where = reader.choice<Look::Where>("where", Look::Where::home,
                                          {{"home", Look::Where::home},
                                           {"contact", Look::Where::contact},
                                           {"missing", Look::Where::missing},
                                           {"robots", Look::Where::robots},
                                           {"all", Look::Where::all}});
  const std::string xpath = reader.text("xpath"), header = reader.text("header");
  const bool body = reader.truth("body", false);
  look.pattern = reader.text("pattern");
  look.take = reader.choice<Look::Take>("take", Look::Take::exists,
                                        {{"exists", Look::Take::exists},
                                         {"count", Look::Take::count},
                                         {"text", Look::Take::text},
                                         {"length", Look::Take::length},
                                         {"number", Look::Take::number}});
  reader.done();
  if (!xpath.empty() + !header.empty() + body != 1) {
    node.fail("a look reads exactly one of \"xpath\", \"header\" and \"body\"");
  }
  look.of = body ? Look::Of::body : header.empty() ? Look::Of::xpath : Look::Of::header;
  look.expression = header.empty() ? xpath : header;
  if (look.of == Look::Of::xpath) {
    if (look.where == Look::Where::robots) {
      node.find("xpath")->fail("robots.txt is no HTML; read its \"body\"");
    }
    if (const auto error = xpath_error(xpath)) {
      node.find("xpath")->fail(fmt::format("bad XPath \"{}\": {}", xpath, *error));
    }
  }
  if (!look.pattern.empty()) {
    const RE2 pattern(look.pattern, RE2::Quiet);
    if (!pattern.ok()) {
      node.find("pattern")->fail(
          fmt::format("bad regular expression \"{}\": {}", look.pattern, pattern.error()));
    }
  }
  return look;
}

// What a person sees and scores: no fact, and the sentences are its criteria.
void parse_manual(RuleReader& reader, const KnownFacts& facts, Component& component) {
  const RuleNode* says = reader.object("says");
  if (says) component.says = parse_says(*says, facts);
  component.fix = reader.text("fix");
  reader.done();
  if (!component.says.contains(Verdict::wow) || !component.says.contains(Verdict::sucks)) {
    reader.node().fail("\"says\" needs a sentence for wow and one for sucks: what a person sees");
  }
}

Component parse_component(const RuleNode& node, const KnownFacts& facts) {
  RuleReader reader(node);
  Component component;
  component.id = reader.id();
  component.title = reader.needed_text("title");
  component.weight = reader.number("weight", 1, 1, 10);
  component.severity = reader.choice("severity", Severity::minor, severities);
  component.confidence = reader.choice("confidence", Confidence::measured, confidences);
  component.manual = reader.choice<bool>("source", false, {{"measured", false}, {"manual", true}});
  if (component.manual) {
    parse_manual(reader, facts, component);
    return component;
  }
  if (const RuleNode* look = reader.object("look")) component.look = parse_look(*look);
  component.fact = reader.text("fact", component.look ? component.id : "");
  const RuleNode* fact = node.find("fact");
  if (component.fact.empty()) {
    node.fail("\"fact\" is missing: the fact whose value is shown");
  }
  need_fact(fact ? *fact : node, component.fact, facts);
  component.unit = reader.text("unit", facts.find(component.fact)->second);
  if (const RuleNode* cases = reader.list("cases")) component.cases = parse_cases(*cases, facts);
  if (const RuleNode* graded = reader.object("graded")) {
    component.graded = parse_graded(*graded, component.fact);
    if (!component.cases.empty() && component.cases.back().when.empty()) {
      graded->fail("is never read: the last case has no \"when\" and always holds");
    }
  }
  if (const RuleNode* says = reader.object("says")) component.says = parse_says(*says, facts);
  if (const RuleNode* fix = reader.member("fix")) {
    check_sentence(*fix, facts);
    component.fix = fix->text;
  }
  reader.done();
  if (component.cases.empty() && !component.graded) {
    node.fail("neither \"cases\" nor \"graded\" says what the fact is worth");
  }
  need_sentences(node, component);
  return component;
}

}  // namespace touchstone
