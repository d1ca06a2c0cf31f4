#include "rules/sentence.h"

#include <algorithm>

#include "site/text.h"

namespace touchstone {

namespace {

std::string_view print_unit(std::string_view unit) {
  return unit == "percent" ? "%" : unit;
}

std::string print_fact(const Fact* fact, std::string_view unit, const Wording& wording) {
  if (!fact || fact->state == Fact::State::unknown) return wording("unknown");
  if (fact->state != Fact::State::known) return wording("none");
  return print_value(fact->value, unit, wording);
}

bool begins_with_word(std::string_view text, std::string_view word) {
  if (word.empty() || !text.starts_with(word)) return false;
  const char next = text.size() > word.size() ? text[word.size()] : ' ';
  const bool letter = (next >= 'a' && next <= 'z') || (next & 0x80) != 0;
  return !letter;
}

bool says_unit(std::string_view behind, std::string_view unit) {
  if (behind.starts_with(' ')) behind.remove_prefix(1);
  return begins_with_word(behind, print_unit(unit)) || begins_with_word(behind, unit);
}

}  // namespace

std::string print_value(const Value& value, std::string_view unit, const Wording& wording) {
  constexpr std::size_t longest = 80;
  if (const bool* truth = std::get_if<bool>(&value)) return wording(*truth ? "yes" : "no");
  if (const auto* text = std::get_if<std::string>(&value)) {
    return shorten(collapse_spaces(*text), longest);
  }
  std::string printed = wording.number(std::get<std::int64_t>(value));
  if (!unit.empty()) printed.append(" ").append(wording(print_unit(unit)));
  return printed;
}

std::string fill_sentence(std::string_view sentence, const Facts& facts, const Units& units,
                          const Wording& wording) {
  return fill_sentence(sentence, units, wording, [&](std::string_view name, std::string_view unit) {
    return print_fact(facts.find(name), unit, wording);
  });
}

std::string fill_sentence(std::string_view sentence, const Units& units, const Wording& wording,
                          const ValueOf& value_of) {
  std::string filled;
  while (true) {
    const auto open = sentence.find('{');
    const auto close = open == sentence.npos ? open : sentence.find('}', open);
    if (close == sentence.npos) break;
    const std::string_view name = sentence.substr(open + 1, close - open - 1);
    filled += sentence.substr(0, open);
    sentence.remove_prefix(close + 1);
    const auto known = units.find(name);
    std::string_view unit = known == units.end() ? std::string_view{} : known->second;
    if (says_unit(sentence, unit) || says_unit(sentence, wording(unit))) unit = {};
    filled += value_of(name, unit);
  }
  return filled.append(sentence);
}

}  // namespace touchstone
