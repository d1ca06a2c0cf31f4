// Facts that rules of users read by data instead of code (rules/README.md, "Looks").

#include <re2/re2.h>

#include "rules/judge.h"
#include "rules/sight.h"
#include "site/text.h"

namespace touchstone {

namespace {

std::optional<std::int64_t> first_number(const std::string& text) {
  static const RE2 digits(R"((-?\d{1,15}))");
  std::int64_t number = 0;
  if (!RE2::PartialMatch(text, digits, &number)) return std::nullopt;
  return number;
}

std::vector<Evidence> evidence_of(const Sight& sight) {
  constexpr std::size_t most_evidence = 5, longest_excerpt = 200;
  std::vector<Evidence> evidence;
  for (const auto& find : sight.finds) {
    if (evidence.size() == most_evidence) break;
    evidence.push_back(
        {find.fetch->answered().href(), find.place, shorten(find.text, longest_excerpt)});
  }
  return evidence;
}

void say_fact(const std::string& name, const Look& look, const Sight& sight, Facts& facts) {
  if (sight.finds.empty()) {
    if (sight.unseen || !sight.looked) {
      facts.unknown(name, sight.unseen.value_or(Reason::insufficient_evidence));
    } else if (look.take == Look::Take::exists) {
      facts.say(name, Value(false));
    } else if (look.take == Look::Take::count) {
      facts.say(name, 0);
    } else {
      facts.absent(name);
    }
    return;
  }
  const std::string& text = sight.finds.front().text;
  auto evidence = evidence_of(sight);
  switch (look.take) {
    case Look::Take::exists:
      facts.say(name, Value(true), std::move(evidence));
      break;
    case Look::Take::count:
      facts.say(name, Value(static_cast<std::int64_t>(sight.finds.size())), std::move(evidence));
      break;
    case Look::Take::text:
      facts.say(name, Value(text), std::move(evidence));
      break;
    case Look::Take::length:
      facts.say(name, Value(static_cast<std::int64_t>(sight.finds.front().length)),
                std::move(evidence));
      break;
    case Look::Take::number:
      if (const auto number = first_number(text)) {
        facts.say(name, Value(*number), std::move(evidence));
      } else {
        facts.absent(name, std::move(evidence));
      }
      break;
  }
}

Facts& facts_of(const std::string& touchpoint, std::vector<Measured>& measured) {
  for (auto& one : measured) {
    if (one.touchpoint == touchpoint) return one.facts;
  }
  measured.push_back({touchpoint, {}});
  return measured.back().facts;
}

}  // namespace

void add_looks(const Rulebook& rulebook, const Site& site, std::vector<Measured>& measured) {
  for (const auto& rule : rulebook.touchpoints) {
    for (const auto& component : rule.components) {
      if (!component.look) continue;
      const Sight sight = look_at(site, *component.look);
      say_fact(component.fact, *component.look, sight, facts_of(rule.id, measured));
    }
  }
}

}  // namespace touchstone
