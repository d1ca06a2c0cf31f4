#include "reports/github.h"

#include <algorithm>
#include <vector>

#include "reports/layout.h"
#include "reports/tally.h"

namespace touchstone {

namespace {

// https://docs.github.com/actions/reference/workflow-commands-for-github-actions: "%" and line
// breaks everywhere, ":" and "," in the values of properties.
std::string escaped(std::string_view text, bool property) {
  std::string safe;
  for (const char one : printable(text)) {
    if (one == '%') {
      safe += "%25";
    } else if (property && one == ':') {
      safe += "%3A";
    } else if (property && one == ',') {
      safe += "%2C";
    } else {
      safe += one;
    }
  }
  return safe;
}

std::string command(const char* name, const std::string& title, const std::string& text) {
  return std::string("::") + name + " title=" + escaped(title, true) + "::" + escaped(text, false) +
         "\n";
}

std::string seen_at(const Judgement* worst) {
  return worst && !worst->evidence.empty() ? " (" + worst->evidence.front().url + ")" : "";
}

std::string what_is_wrong(const Touchpoint& one) {
  const Judgement* worst = worst_component(one);
  if (one.status == Status::missing || !worst) return one.rule->remedy;
  return worst->says + (worst->fix.empty() ? "" : " " + worst->fix) + seen_at(worst);
}

std::string word(const TouchpointStanding& standing) {
  if (!standing.points) return std::string(to_string(standing.status));
  return std::string(to_string(verdict_of(*standing.points))) + " " + tell_points(standing.points);
}

std::string regression(const Audit& audit, const Change& change) {
  const Touchpoint* touchpoint = audit.find(change.id());
  std::string text = word(change.before) + " before, " + word(change.after) + " now.";
  for (const auto& part : change.components) {
    if (!part.worse()) continue;
    text += " " + part.after.says;
    if (!part.before.value.empty() && part.before.value != part.after.value) {
      text += " (" + part.before.value + " before)";
    }
  }
  if (touchpoint && change.components.empty()) text += " " + what_is_wrong(*touchpoint);
  return text + (change.url().empty() ? "" : " " + change.url());
}

}  // namespace

std::string write_github(const Audit& audit, const Changes* changes, const Acceptance* accepted) {
  const Day day = std::chrono::floor<std::chrono::days>(audit.taken);
  std::string text;
  if (changes) {
    for (const auto& one : changes->items) {
      if (one.kind != ChangeKind::worse || (accepted && accepted->of_change(one, day))) continue;
      text += command(one.counts() ? "error" : "warning", one.title() + " got worse",
                      regression(audit, one));
    }
  }
  std::vector<const Touchpoint*> sucking;
  for (const auto& one : audit.touchpoints) {
    const bool worse = changes && changes->find(one.rule->id) &&
                       changes->find(one.rule->id)->kind == ChangeKind::worse;
    if (one.verdict == Verdict::sucks && !worse && !(accepted && accepted->of_verdict(one, day))) {
      sucking.push_back(&one);
    }
  }
  std::stable_sort(sucking.begin(), sucking.end(),
                   [](const auto* a, const auto* b) { return a->importance > b->importance; });
  for (const Touchpoint* one : sucking) {
    const char* state = one->status == Status::missing ? " is missing" : " sucks";
    text += command("error", one->rule->title + state, what_is_wrong(*one));
  }
  const auto verdict = audit.score.verdict();
  return text + command("notice", "touchstone",
                        audit.host + ": " +
                            (verdict ? tell_points(audit.score.points) + " " +
                                           std::string(to_string(*verdict))
                                     : std::string("no score")));
}

}  // namespace touchstone
