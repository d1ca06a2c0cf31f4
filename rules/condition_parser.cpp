#include <fmt/format.h>
#include <re2/re2.h>

#include <charconv>
#include <optional>

#include "rules/rule_parser.h"

namespace touchstone {

namespace {

std::optional<std::int64_t> whole_number(const std::string& digits) {
  std::int64_t number = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, number);
  if (error != std::errc{} || stop != end) return std::nullopt;
  return number;
}

[[noreturn]] void fail_condition(const RuleNode& node) {
  node.fail(
      fmt::format("\"{}\" is no condition; write \"< 16\", \"<= 40\", \"> 3\", \">= 2\", "
                  "\"16..47\", true, false, a text, a list of texts or \"absent\"",
                  node.text));
}

// "< 16", "16..47"; false when the text is a plain one.
bool read_numbers(const RuleNode& node, Condition& condition) {
  static const RE2 comparison(R"((<=|>=|<|>)\s*(-?\d+))");
  static const RE2 range(R"((-?\d+)\s*\.\.\s*(-?\d+))");
  static const RE2 attempt(R"([-<>=.\s\d]+|[<>=].*)");
  std::string sign, first, second;
  if (RE2::FullMatch(node.text, comparison, &sign, &first)) {
    using Op = Condition::Op;
    condition.op = sign == "<"    ? Op::less
                   : sign == "<=" ? Op::at_most
                   : sign == ">"  ? Op::more
                                  : Op::at_least;
  } else if (RE2::FullMatch(node.text, range, &first, &second)) {
    condition.op = Condition::Op::between;
  } else if (RE2::FullMatch(node.text, attempt)) {
    fail_condition(node);
  } else {
    return false;
  }
  const auto number = whole_number(first);
  const auto upper = second.empty() ? number : whole_number(second);
  if (!number || !upper) fail_condition(node);
  condition.number = *number;
  condition.upper = *upper;
  if (condition.number > condition.upper) {
    node.fail(fmt::format("the range \"{}\" is empty; did you mean \"{}..{}\"?", node.text,
                          condition.upper, condition.number));
  }
  return true;
}

Condition parse_condition(const std::string& fact, const RuleNode& node) {
  Condition condition;
  condition.fact = fact;
  switch (node.kind) {
    case RuleNode::Kind::truth:
      condition.value = node.truth;
      break;
    case RuleNode::Kind::number:
      condition.value = node.number;
      break;
    case RuleNode::Kind::list:
      condition.op = Condition::Op::one_of;
      condition.texts = texts_of(node);
      if (condition.texts.empty()) node.fail("an empty list never holds");
      break;
    case RuleNode::Kind::text:
      if (node.text == "absent") {
        condition.op = Condition::Op::is_absent;
      } else if (!read_numbers(node, condition)) {
        condition.value = node.text;
      }
      break;
    default:
      node.fail(fmt::format("{} is no condition", to_string(node.kind)));
  }
  return condition;
}

}  // namespace

void need_fact(const RuleNode& node, std::string_view fact, const KnownFacts& facts) {
  if (facts.contains(fact)) return;
  std::vector<std::string> names;
  for (const auto& [name, unit] : facts) names.push_back(name);
  node.fail(fmt::format("unknown fact \"{}\"{}", fact, did_you_mean(fact, names)));
}

std::vector<Condition> parse_conditions(const RuleNode& when, const KnownFacts& facts) {
  RuleReader::want(when, RuleNode::Kind::object);
  std::vector<Condition> conditions;
  for (std::size_t i = 0; i < when.keys.size(); ++i) {
    need_fact(when.items[i], when.keys[i], facts);
    conditions.push_back(parse_condition(when.keys[i], when.items[i]));
  }
  if (conditions.empty()) when.fail("no condition is written; leave this out");
  return conditions;
}

void check_sentence(const RuleNode& sentence, const KnownFacts& facts) {
  RuleReader::want(sentence, RuleNode::Kind::text);
  if (sentence.text.empty()) sentence.fail("an empty sentence says nothing");
  static const RE2 placeholder(R"(\{([^{}]*)\})");
  re2::StringPiece rest(sentence.text);
  std::string name;
  while (RE2::FindAndConsume(&rest, placeholder, &name)) need_fact(sentence, name, facts);
}

}  // namespace touchstone
