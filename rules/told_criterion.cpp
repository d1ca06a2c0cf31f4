// The criterion of a verdict in sentences: "The largest icon has ≥ 48 px, enough for everything."

#include <algorithm>

#include "rules/number_range.h"
#include "rules/rulebook.h"
#include "rules/sentence.h"

namespace touchstone {

namespace {

using Numbers = std::map<std::string, std::vector<NumberRange>, std::less<>>;  // by fact
using Texts = std::map<std::string, std::vector<std::string>, std::less<>>;

class CriterionTeller {
 public:
  CriterionTeller(const Component& component, Verdict verdict, const Units& units,
                  const Wording& wording)
      : component_(component), verdict_(verdict), units_(units), say_(wording) {}

  std::vector<std::string> tell() {
    for (const auto& one : component_.cases) {
      const bool ours = !one.not_applicable && one.verdict == verdict_;
      const Numbers numbers = numbers_of(one);
      if (ours) add(one.says, numbers, texts_of(one));
    }
    if (component_.graded && component_.can_reach(verdict_)) {
      const Graded& bands = *component_.graded;
      add({}, {{bands.fact, {range_of(bands, verdict_)}}}, {});
    }
    return std::move(sentences_);
  }

 private:
  // What a case takes of each number, once those above it have taken theirs.
  Numbers numbers_of(const Case& one) {
    if (one.when.empty()) return left_;
    Numbers numbers;
    for (const auto& condition : one.when) {
      const auto range = range_of(condition);
      if (!range) continue;
      const auto [left, first] = left_.try_emplace(condition.fact, 1U);
      numbers[condition.fact] = common(left->second, *range);
      if (one.when.size() == 1) left->second = without(left->second, *range);
    }
    return numbers;
  }

  static Texts texts_of(const Case& one) {
    Texts texts;
    for (const auto& condition : one.when) {
      const auto* text = std::get_if<std::string>(&condition.value);
      if (condition.op == Condition::Op::one_of) texts[condition.fact] = condition.texts;
      if (condition.op == Condition::Op::equals && text) texts[condition.fact] = {*text};
    }
    return texts;
  }

  void add(std::string sentence, const Numbers& numbers, const Texts& texts) {
    if (sentence.empty()) {
      const auto general = component_.says.find(verdict_);
      if (general == component_.says.end()) return;
      sentence = general->second;
    }
    std::string told = fill_sentence(
        sentence, units_, say_, [&](std::string_view fact, std::string_view unit) -> std::string {
          if (const auto found = numbers.find(fact); found != numbers.end()) {
            const std::string printed = print(found->second, unit);
            if (!printed.empty()) return printed;
          }
          const auto found = texts.find(fact);
          return found == texts.end() ? "…" : any_of(found->second);
        });
    put_in_brackets(unsaid(sentence, numbers), told);
    if (std::find(sentences_.begin(), sentences_.end(), told) == sentences_.end()) {
      sentences_.push_back(std::move(told));
    }
  }

  // The numbers that the sentence has no place for.
  std::string unsaid(const std::string& sentence, const Numbers& numbers) const {
    std::string list;
    for (const auto& [fact, ranges] : numbers) {
      if (sentence.find("{" + fact + "}") != sentence.npos || goes_without_saying(ranges)) continue;
      const auto unit = units_.find(fact);
      const std::string printed = print(ranges, unit == units_.end() ? "" : unit->second);
      if (printed.empty()) continue;
      list += (list.empty() ? "" : say_(", ")) + named(fact) + printed;
    }
    return list;
  }

  // "None" and "some" are what the sentence itself says.
  static bool goes_without_saying(const std::vector<NumberRange>& ranges) {
    return std::all_of(ranges.begin(), ranges.end(), [](const NumberRange& range) {
      return range.to <= 0 || (range.from == 1 && range.to == NumberRange::highest);
    });
  }

  static void put_in_brackets(const std::string& numbers, std::string& told) {
    if (numbers.empty()) return;
    const std::string brackets = " (" + numbers + ")";
    told.ends_with('.') ? told.insert(told.size() - 1, brackets) : told.append(brackets);
  }

  // The shown fact needs no name: the sentence is about it.
  std::string named(const std::string& fact) const {
    if (fact == component_.fact) return {};
    if (say_.has(fact)) return say_(fact) + " ";
    std::string words = fact;
    std::replace(words.begin(), words.end(), '_', ' ');
    return say_(words) + " ";
  }

  std::string any_of(const std::vector<std::string>& texts) const {
    std::string list;
    for (const auto& text : texts) list += (list.empty() ? "" : say_(" or ")) + say_(text);
    return list;
  }

  std::string print(const std::vector<NumberRange>& ranges, std::string_view unit) const {
    std::string list;
    for (const auto& range : ranges) {
      if (range.from == NumberRange::lowest && range.to == NumberRange::highest) return {};
      if (range.to < 0 && ranges.size() > 1) continue;  // what is counted is never below nothing
      list += (list.empty() ? "" : say_(" or ")) + print(range, unit);
    }
    return list;
  }

  std::string print(const NumberRange& range, std::string_view unit) const {
    const bool open_below = range.from == NumberRange::lowest;
    const auto with_unit = [&](std::int64_t number) { return print_value(number, unit, say_); };
    constexpr std::int64_t whole = 100;  // percent: no share is greater
    const bool all = range.from == whole && range.to == NumberRange::highest && unit == "%";
    if (all) return with_unit(whole);
    if (range.to == NumberRange::highest) return "≥ " + with_unit(range.from);
    if (range.from == range.to || (open_below && range.to == 0)) return with_unit(range.to);
    if (open_below) return "≤ " + with_unit(range.to);
    return say_.number(range.from) + "–" + with_unit(range.to);
  }

  const Component& component_;
  Verdict verdict_;
  const Units& units_;
  const Wording& say_;
  Numbers left_;
  std::vector<std::string> sentences_;
};

}  // namespace

std::vector<std::string> Component::told_criterion(Verdict verdict, const Units& units,
                                                   const Wording& wording) const {
  if (manual) {
    const auto said = says.find(verdict);
    return said == says.end() ? std::vector<std::string>{} : std::vector{said->second};
  }
  return CriterionTeller(*this, verdict, units, wording).tell();
}

}  // namespace touchstone
