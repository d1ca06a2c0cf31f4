// Criteria as people read them: the sentences of a rule with its numbers in the places of values.

#include <catch2/catch.hpp>

#include "rules/translation.h"
#include "tests/rules/rule_files.h"

using namespace touchstone;

namespace {

std::string told(const Component& component, const TouchpointRule& rule, Verdict verdict) {
  std::string all;
  for (const auto& one : component.told_criterion(verdict, rule.units, *rule.wording)) {
    all += (all.empty() ? "" : " | ") + one;
  }
  return all;
}

}  // namespace

TEST_CASE("a criterion is told in the sentences of its verdict, with the numbers that earn it") {
  struct Row {
    std::string component, wow, so_so, sucks;
  };
  const auto row = GENERATE(
      Row{R"("cases": [{"verdict": "sucks", "when": {"height": "< 16"}},
                       {"verdict": "so-so", "when": {"height": "16..47"}}, {"verdict": "wow"}],
             "says": {"wow": "{height} high.", "so-so": "Only {height}.", "sucks": "Too low."})",
          "≥ 48 cm high.", "Only 16–47 cm.", "Too low (≤ 15 cm)."},
      Row{R"("cases": [{"verdict": "wow", "when": {"lit": true}, "says": "It shines."},
                       {"verdict": "wow", "when": {"height": ">= 48"}},
                       {"verdict": "so-so", "when": {"words": ["a", "b"]}}, {"verdict": "sucks"}],
             "says": {"wow": "It is high", "so-so": "It says {words}.", "sucks": "It is {words}."})",
          "It shines. | It is high (≥ 48 cm)", "It says a or b.", "It is … (≤ 47 cm)."},
      Row{R"("cases": [{"verdict": "sucks", "when": {"height": 0}}, {"verdict": "so-so", "when": {"height": "< 0"}},
                       {"verdict": "wow"}],
             "says": {"wow": "It stands.", "so-so": "It hangs.", "sucks": "It lies."})",
          "It stands.", "It hangs.", "It lies."},
      Row{R"("cases": null, "graded": {"best": 400, "good": 800, "poor": 1800, "worst": 3600},
             "says": {"wow": "{height} away.", "so-so": "Far.", "sucks": "Lost after {height}."})",
          "≤ 800 cm away.", "Far (801–1800 cm).", "Lost after ≥ 1801 cm."});
  const Rulebook rulebook =
      test::load(R"({"id": "sign", "components": [{"id": "size", )" + row.component + "}]}");
  const TouchpointRule& rule = *rulebook.find("sign");
  CHECK(told(rule.components[0], rule, Verdict::wow) == row.wow);
  CHECK(told(rule.components[0], rule, Verdict::so_so) == row.so_so);
  CHECK(told(rule.components[0], rule, Verdict::sucks) == row.sucks);
}

TEST_CASE("every criterion of the program is told, in every language") {
  for (const std::string language : {"en", "ru", "es", "fa"}) {
    const Rulebook rulebook = translated(load_rulebook(), language);
    for (const auto& rule : rulebook.touchpoints) {
      for (const auto& component : rule.components) {
        for (const Verdict verdict : {Verdict::wow, Verdict::so_so, Verdict::sucks}) {
          INFO(language << " " << rule.id << "." << component.id << " " << to_string(verdict));
          CHECK(component.can_reach(verdict) == !told(component, rule, verdict).empty());
        }
      }
    }
  }
}
