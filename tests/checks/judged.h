#pragma once

// A sample judged by the program's own rules, for tests that hold a check and its rule together.
//
//   hold_rows("favicon", "size", {{"a large icon", [](SampleSite&) {}, "wow"}, ...});

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/presence.h"
#include "rules/audit.h"
#include "tests/checks/sample_site.h"

namespace touchstone {

struct JudgedSample {
  Touchpoint touchpoint;
  Facts facts;

  const Judgement& component(std::string_view id) const;  // "size"; std::logic_error without one
  // "wow", "so-so", "sucks", "not applicable", or "not assessed: timeout".
  std::string verdict(std::string_view component_id) const;
};

JudgedSample judged(std::string_view touchpoint, const SampleSite& sample,
                    const Presence& presence = {});

// What the rules say of facts that another test measured.
struct FactRow {
  std::string component;
  std::vector<std::pair<std::string, Value>> facts;  // each with two signals
  std::string verdict;
};
void hold_fact_rows(std::string_view touchpoint, const std::vector<FactRow>& rows);

struct Row {
  std::string when;                         // what is broken, for the message of a failure
  std::function<void(SampleSite&)> breaks;  // in a perfect site
  std::string verdict;
};

// CHECKs each row against a perfect site of its own.
void hold_rows(std::string_view touchpoint, std::string_view component,
               const std::vector<Row>& rows);

// The same for several components of one touchpoint in one table.
struct ComponentRow {
  std::string when;
  std::function<void(SampleSite&)> breaks;
  std::string component, verdict;
};
void hold_rows(std::string_view touchpoint, const std::vector<ComponentRow>& rows);

// Puts `to` in the place of every `from`; std::logic_error where there is none.
void swap_text(std::string& text, std::string_view from, std::string_view to);

}  // namespace touchstone
