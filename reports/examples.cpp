#include "reports/examples.h"

#include <algorithm>
#include <vector>

#include "rules/sentence.h"

namespace touchstone {

namespace {

// The sentence of a verdict, with the number that just earns it; empty where another value lacks.
std::string example(const TouchpointRule& rule, const Component& component, Verdict verdict) {
  const auto found = component.says.find(verdict);
  if (found == component.says.end()) return {};
  if (found->second.find('{') == std::string::npos) return found->second;
  if (!component.graded) return {};
  const Graded& graded = *component.graded;
  Facts facts;
  facts.say(graded.fact, verdict == Verdict::wow ? graded.best : graded.worst);
  const auto other = found->second.find('{') != found->second.rfind('{');
  const bool same = found->second.find("{" + graded.fact + "}") != std::string::npos;
  return other || !same ? "" : fill_sentence(found->second, facts, rule.units, *rule.wording);
}

}  // namespace

Examples examples_of(const TouchpointRule& rule) {
  std::vector<const Component*> heaviest;
  for (const auto& component : rule.components) heaviest.push_back(&component);
  std::stable_sort(heaviest.begin(), heaviest.end(),
                   [](const Component* a, const Component* b) { return a->weight > b->weight; });
  Examples examples;
  for (const Verdict bad : {Verdict::sucks, Verdict::so_so}) {
    for (const Component* component : heaviest) {
      if (examples.great.empty()) examples.great = example(rule, *component, Verdict::wow);
      if (examples.bad.empty()) examples.bad = example(rule, *component, bad);
    }
  }
  return examples;
}

}  // namespace touchstone
