// The criterion of a verdict in words, from the numbers of the rule: ">= 48 px, or vector".

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "rules/number_range.h"
#include "rules/rulebook.h"
#include "rules/sentence.h"

namespace touchstone {

namespace {

// What the cases read so far have left of one fact's values.
struct Remainder {
  std::string fact;
  std::vector<NumberRange> numbers{NumberRange{}};
  std::vector<std::string> texts;  // that another verdict than the one asked for took
  std::optional<bool> truth;       // likewise
  bool by_another = false;         // some of the numbers likewise
};

class CriterionWriter {
 public:
  CriterionWriter(const Component& component, Verdict verdict, const Check* check,
                  const Wording& wording)
      : component_(component), verdict_(verdict), check_(check), say_(wording) {}

  std::string write() {
    for (const auto& one : component_.cases) {
      if (one.when.size() == 1) {
        read_single(one);
      } else if (is_ours(one)) {
        pieces_.push_back(one.when.empty() ? otherwise() : print_all(one.when));
      }
    }
    if (component_.graded && component_.can_reach(verdict_)) pieces_.push_back(graded());
    std::erase(pieces_, "");
    return fmt::format("{}", fmt::join(pieces_, say_(", or ")));
  }

 private:
  bool is_ours(const Case& one) const { return !one.not_applicable && one.verdict == verdict_; }

  void read_single(const Case& one) {
    const Condition& condition = one.when.front();
    Remainder& rest = remainder_of(condition.fact);
    const auto range = range_of(condition);
    if (is_ours(one)) {
      pieces_.push_back(range ? print(condition.fact, common(rest.numbers, *range))
                              : print(condition));
    } else if (range) {
      rest.by_another = true;
    } else {
      take(condition, rest);
    }
    if (range) rest.numbers = without(rest.numbers, *range);
  }

  static void take(const Condition& condition, Remainder& rest) {
    if (condition.op == Condition::Op::one_of) {
      rest.texts.insert(rest.texts.end(), condition.texts.begin(), condition.texts.end());
    } else if (condition.op == Condition::Op::equals) {
      if (const bool* truth = std::get_if<bool>(&condition.value)) rest.truth = *truth;
      if (const auto* text = std::get_if<std::string>(&condition.value)) {
        rest.texts.push_back(*text);
      }
    }
  }

  Remainder& remainder_of(const std::string& fact) {
    for (auto& rest : rests_) {
      if (rest.fact == fact) return rest;
    }
    rests_.push_back({fact, {NumberRange{}}, {}, std::nullopt, false});
    return rests_.back();
  }

  std::string otherwise() const {
    std::vector<std::string> parts;
    for (const auto& rest : rests_) {
      if (rest.truth) parts.push_back((*rest.truth ? say_("not ") : "") + words(rest.fact));
      if (!rest.texts.empty())
        parts.push_back(named(rest.fact) + say_("not ") + any_of(rest.texts));
      if (rest.by_another) parts.push_back(print(rest.fact, rest.numbers));
    }
    std::erase(parts, "");
    return parts.empty() ? say_("otherwise") : fmt::format("{}", fmt::join(parts, say_(" and ")));
  }

  std::string graded() const {
    return print(component_.graded->fact, {range_of(*component_.graded, verdict_)});
  }

  std::string print_all(const std::vector<Condition>& conditions) const {
    std::vector<std::string> parts;
    for (const auto& condition : conditions) {
      const auto range = range_of(condition);
      parts.push_back(range ? print(condition.fact, {*range}) : print(condition));
    }
    std::erase(parts, "");
    return fmt::format("{}", fmt::join(parts, say_(" and ")));
  }

  std::string print(const Condition& condition) const {
    if (condition.op == Condition::Op::is_absent) return named(condition.fact) + say_("absent");
    if (condition.op == Condition::Op::one_of) {
      return named(condition.fact) + any_of(condition.texts);
    }
    if (const bool* truth = std::get_if<bool>(&condition.value)) {
      return (*truth ? "" : say_("not ")) + words(condition.fact);
    }
    return named(condition.fact) + say_(to_string(condition.value));
  }

  std::string any_of(const std::vector<std::string>& texts) const {
    std::string list;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (i > 0) list += i + 1 == texts.size() ? say_(" or ") : say_(", ");
      list += say_(texts[i]);
    }
    return list;
  }

  std::string print(const std::string& fact, const std::vector<NumberRange>& ranges) const {
    const std::string_view unit = unit_of(fact);
    std::vector<std::string> parts;
    for (const auto& range : ranges) {
      if (range.from == NumberRange::lowest && range.to == NumberRange::highest) return "";
      if (range.to < 0 && ranges.size() > 1) continue;  // what is counted is never below nothing
      const std::string to = print_value(range.to, unit, say_);
      if (range.from == range.to || (range.from == NumberRange::lowest && range.to == 0)) {
        parts.push_back(to);
      } else if (range.from == NumberRange::lowest) {
        parts.push_back("<= " + to);
      } else if (range.to == NumberRange::highest) {
        parts.push_back(">= " + print_value(range.from, unit, say_));
      } else {
        parts.push_back(say_.number(range.from) + say_(" to ") + to);
      }
    }
    if (parts.empty()) return "";
    return named(fact) + fmt::format("{}", fmt::join(parts, say_(" or ")));
  }

  // The shown fact needs no name: its value stands beside the criterion.
  std::string named(const std::string& fact) const {
    return fact == component_.fact ? "" : words(fact) + " ";
  }

  std::string words(std::string fact) const {
    std::replace(fact.begin(), fact.end(), '_', ' ');
    return say_(fact);
  }

  std::string_view unit_of(const std::string& fact) const {
    if (fact == component_.fact) return component_.unit;
    if (!check_) return "";
    for (const auto& spec : check_->facts) {
      if (spec.name == fact) return spec.unit;
    }
    return "";
  }

  const Component& component_;
  Verdict verdict_;
  const Check* check_;
  const Wording& say_;
  std::vector<Remainder> rests_;
  std::vector<std::string> pieces_;
};

}  // namespace

std::string Component::criterion(Verdict verdict, const Check* check,
                                 const Wording& wording) const {
  if (manual) {
    const auto said = says.find(verdict);
    return said == says.end() ? "" : said->second;
  }
  return CriterionWriter(*this, verdict, check, wording).write();
}

}  // namespace touchstone
