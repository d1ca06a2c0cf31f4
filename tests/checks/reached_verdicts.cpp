#include "tests/checks/reached_verdicts.h"

#include <set>
#include <utility>
#include <vector>

#include "rules/rulebook.h"
#include "tests/after_all.h"

namespace touchstone {

namespace {

std::set<std::pair<std::string, std::string>>& seen() {
  static std::set<std::pair<std::string, std::string>> verdicts;
  return verdicts;
}

// Every component's every verdict, from the rules, that no test reached.
std::vector<std::string> untested_verdicts() {
  std::vector<std::string> complaints;
  for (const auto& rule : load_rulebook().touchpoints) {
    for (const auto& component : rule.components) {
      if (component.manual) continue;
      for (const Verdict verdict : {Verdict::wow, Verdict::so_so, Verdict::sucks}) {
        // Alone, an estimate is raised to so-so.
        const bool raised =
            verdict == Verdict::sucks && component.confidence == Confidence::estimate;
        if (raised || !component.can_reach(verdict)) continue;
        const std::string id = rule.id + "." + component.id;
        const std::string word(to_string(verdict));
        if (!seen().contains({id, word})) {
          complaints.push_back("no test reaches the verdict " + word + " of " + id);
        }
      }
    }
  }
  return complaints;
}

const bool asked_at_the_end = [] {
  after_all().push_back(untested_verdicts);
  return true;
}();

}  // namespace

void reached(const std::string& component, const std::string& verdict) {
  seen().emplace(component, verdict);
}

}  // namespace touchstone
