#pragma once

// Small rules for the tests of judging, made by hand.

#include <string>

#include "rules/audit.h"
#include "rules/rulebook.h"

namespace touchstone::test {

// A component whose fact of the same name is 2 for wow, 1 for so-so and 0 for sucks.
inline Component component(const std::string& id, int weight, Severity severity) {
  Component made;
  made.id = id;
  made.title = id;
  made.fact = id;
  made.weight = weight;
  made.severity = severity;
  for (const auto& [verdict, number] :
       {std::pair{Verdict::wow, 2}, {Verdict::so_so, 1}, {Verdict::sucks, 0}}) {
    Condition equals;
    equals.fact = id;
    equals.value = std::int64_t{number};
    made.cases.push_back({verdict, false, {equals}, ""});
    made.says[verdict] = id + " " + std::string(to_string(verdict));
  }
  made.fix = "mend " + id;
  return made;
}

// The components of `not-found-page` with their weights and severities, and one chip.
inline TouchpointRule not_found_rule() {
  TouchpointRule rule;
  rule.id = "not-found-page";
  rule.components = {
      component("status", 4, Severity::critical), component("own-page", 3, Severity::major),
      component("home-link", 1, Severity::minor), component("navigation", 2, Severity::major),
      component("search", 1, Severity::minor),    component("contact", 1, Severity::minor),
      component("language", 2, Severity::major),  component("wording", 2, Severity::minor)};
  Condition joke;
  joke.fact = "joke";
  joke.value = true;
  rule.chips = {{"own-media", "A joke", {joke}}};
  return rule;
}

}  // namespace touchstone::test
