#include "reports/examples.h"

#include <algorithm>
#include <vector>

namespace touchstone {

namespace {

// The first sentence of a verdict that names no value which only a site has.
std::string example(const TouchpointRule& rule, const Component& component, Verdict verdict) {
  for (const auto& one : component.told_criterion(verdict, rule.units, *rule.wording)) {
    if (one.find("…") == one.npos) return one;
  }
  return {};
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
