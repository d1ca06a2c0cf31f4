#include "reports/junit.h"

#include <fmt/format.h>

#include "reports/escape.h"
#include "reports/tally.h"
#include "site/media_type.h"

namespace touchstone {

namespace {

// XML 1.0 has no place for two characters that printable text may hold.
std::string xml_escaped(std::string_view text) {
  std::string escaped = html_escaped(text);
  for (const std::string_view none : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
    for (auto at = escaped.find(none); at != std::string::npos; at = escaped.find(none, at)) {
      escaped.replace(at, none.size(), " ");
    }
  }
  return escaped;
}

std::string details(const Touchpoint& touchpoint) {
  std::string text;
  for (const auto& one : touchpoint.components) {
    if (!one.verdict || *one.verdict == Verdict::wow) continue;
    text += one.id + ": " + one.says + (one.fix.empty() ? "" : " " + one.fix);
    if (!one.evidence.empty()) text += " [" + one.evidence.front().url + "]";
    text += "\n";
  }
  return text.empty() ? touchpoint.rule->remedy + "\n" : text;
}

struct Outcome {
  enum class Kind { passed, failed, skipped } kind = Kind::passed;
  std::string type, message;
};

std::string regression_message(const Change& change) {
  const auto word = [](const TouchpointStanding& one) {
    return one.verdict ? std::string(to_string(*one.verdict)) + " " + tell_points(one.points)
                       : std::string(to_string(one.status));
  };
  return word(change.before) + " before, " + word(change.after) + " now";
}

Outcome outcome_of(const Touchpoint& one, const Change* change, const Acceptance* accepted,
                   Day day) {
  using Kind = Outcome::Kind;
  const bool worse = change && change->counts();
  const bool sucks = one.verdict == Verdict::sucks;
  const AcceptedFinding* finding = nullptr;
  if (accepted && sucks) finding = accepted->of_verdict(one, day);
  if (accepted && worse && !finding) finding = accepted->of_change(*change, day);
  if ((worse || sucks) && finding) {
    return {Kind::skipped, "",
            "accepted until " + to_text(finding->until) + ": " + finding->reason};
  }
  if (worse) return {Kind::failed, "regression", regression_message(*change)};
  if (sucks) {
    const Judgement* worst = worst_component(one);
    const bool missing = one.status == Status::missing;
    return {Kind::failed, missing ? "missing" : "sucks",
            missing || !worst ? one.rule->remedy : worst->says};
  }
  if (one.points) return {};
  return {Kind::skipped, "",
          std::string(to_string(one.status)) +
              (one.reason ? ": " + std::string(to_string(*one.reason)) : "")};
}

std::string test_case(const Touchpoint& one, const Outcome& outcome) {
  std::string text = fmt::format("    <testcase classname=\"touchstone.{}\" name=\"{}\" time=\"0\"",
                                 xml_escaped(one.rule->group), xml_escaped(one.rule->id));
  if (outcome.kind == Outcome::Kind::passed) return text + "/>\n";
  if (outcome.kind == Outcome::Kind::skipped) {
    return text + "><skipped message=\"" + xml_escaped(outcome.message) + "\"/></testcase>\n";
  }
  return text + ">\n      <failure type=\"" + outcome.type + "\" message=\"" +
         xml_escaped(outcome.message) + "\">" + xml_escaped(details(one)) +
         "</failure>\n    </testcase>\n";
}

struct Suite {
  std::string cases;
  int tests = 0, failures = 0, skipped = 0;
};

}  // namespace

std::string write_junit(const Audit& audit, const Changes* changes, const Acceptance* accepted) {
  const Day day = std::chrono::floor<std::chrono::days>(audit.taken);
  Suite all;
  for (const auto& group : audit.groups) {
    Suite suite;
    for (const Touchpoint* one : touchpoints_of(audit, group.id)) {
      const Change* change = changes ? changes->find(one->rule->id) : nullptr;
      const Outcome outcome = outcome_of(*one, change, accepted, day);
      ++suite.tests;
      suite.failures += outcome.kind == Outcome::Kind::failed;
      suite.skipped += outcome.kind == Outcome::Kind::skipped;
      suite.cases += test_case(*one, outcome);
    }
    if (suite.tests == 0) continue;
    all.tests += suite.tests;
    all.failures += suite.failures;
    all.skipped += suite.skipped;
    const std::string taken = format_rfc3339(audit.taken);
    all.cases += fmt::format(
        "  <testsuite name=\"{}\" hostname=\"{}\" timestamp=\"{}\" tests=\"{}\" failures=\"{}\" "
        "errors=\"0\" skipped=\"{}\" time=\"0\">\n{}  </testsuite>\n",
        xml_escaped(group.id), xml_escaped(audit.host), taken.substr(0, taken.find('Z')),
        suite.tests, suite.failures, suite.skipped, suite.cases);
  }
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"touchstone {}\" tests=\"{}\" "
      "failures=\"{}\" errors=\"0\" skipped=\"{}\" time=\"{:.3f}\">\n{}</testsuites>\n",
      xml_escaped(audit.host), all.tests, all.failures, all.skipped,
      static_cast<double>(audit.elapsed_ms) / 1000, all.cases);
}

}  // namespace touchstone
