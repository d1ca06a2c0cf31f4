#include "tests/checks/judged.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <stdexcept>

#include "checks/check.h"
#include "rules/judge.h"
#include "rules/rulebook.h"
#include "tests/checks/reached_verdicts.h"

namespace touchstone {

namespace {

const Rulebook& rulebook() {
  static const Rulebook built_in = load_rulebook();
  return built_in;
}

const Check& check_of(std::string_view touchpoint) {
  for (const Check* check : all_checks()) {
    if (check->touchpoint == touchpoint) return *check;
  }
  throw std::logic_error("no check " + std::string(touchpoint));
}

std::string in_words(Status status, const std::optional<Verdict>& verdict,
                     const std::optional<Reason>& reason) {
  if (status == Status::not_assessed) {
    return "not assessed: " + std::string(reason ? to_string(*reason) : "");
  }
  if (verdict) return std::string(to_string(*verdict));
  return "not applicable";
}

}  // namespace

const Judgement& JudgedSample::component(std::string_view id) const {
  for (const Judgement& one : touchpoint.components) {
    if (one.id.ends_with("." + std::string(id))) return one;
  }
  throw std::logic_error("no component " + std::string(id));
}

std::string JudgedSample::verdict(std::string_view component_id) const {
  const Judgement& one = component(component_id);
  std::string verdict = in_words(one.status, one.verdict, one.reason);
  reached(one.id, verdict);
  return verdict;
}

JudgedSample judged(std::string_view touchpoint, const SampleSite& sample,
                    const Presence& presence) {
  const TouchpointRule* rule = rulebook().find(touchpoint);
  if (!rule) throw std::logic_error("no rule for " + std::string(touchpoint));
  Facts facts = check_of(touchpoint).measure(sample.site(), presence);
  return {judge_touchpoint(*rule, facts, "b2b"), facts};
}

void hold_fact_rows(std::string_view touchpoint, const std::vector<FactRow>& rows) {
  const TouchpointRule* rule = rulebook().find(touchpoint);
  REQUIRE(rule);
  for (const FactRow& row : rows) {
    INFO(touchpoint << "." << row.component << ": " << row.verdict);
    Facts facts;
    for (const auto& [name, value] : row.facts) facts.say(name, value).signals = 2;
    const JudgedSample sample{judge_touchpoint(*rule, facts, "b2b"), facts};
    CHECK(sample.verdict(row.component) == row.verdict);
  }
}

void hold_rows(std::string_view touchpoint, std::string_view component,
               const std::vector<Row>& rows) {
  std::vector<ComponentRow> named;
  for (const Row& row : rows) {
    named.push_back({row.when, row.breaks, std::string(component), row.verdict});
  }
  hold_rows(touchpoint, named);
}

void hold_rows(std::string_view touchpoint, const std::vector<ComponentRow>& rows) {
  for (const ComponentRow& row : rows) {
    INFO(touchpoint << "." << row.component << ": " << row.when);
    SampleSite sample = SampleSite::perfect();
    row.breaks(sample);
    CHECK(judged(touchpoint, sample).verdict(row.component) == row.verdict);
  }
}

void swap_text(std::string& text, std::string_view from, std::string_view to) {
  std::size_t at = text.find(from);
  if (at == std::string::npos) throw std::logic_error("nowhere: " + std::string(from));
  for (; at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

}  // namespace touchstone
