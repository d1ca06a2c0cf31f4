#pragma once

// How an audit stands, as far as another one is held against it: whether it was just judged, comes
// from the store, or was read from its JSON. Values only.

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "rules/audit.h"

namespace touchstone {

struct ComponentStanding {
  std::string id, title;
  Status status = Status::not_assessed;
  std::optional<int> points;  // decipoints
  std::optional<Verdict> verdict;
  std::string value;      // as people write it: "180 px"; empty where it has none
  std::string threshold;  // what wow asks
  std::string says;
  std::string url;   // where it was seen; empty when nowhere
  bool firm = true;  // measured, and no time: seen once is seen. Unknown from JSON, so true there
};

struct TouchpointStanding {
  std::string id, title;
  Status status = Status::not_assessed;
  std::optional<int> points;
  std::optional<Verdict> verdict;
  std::optional<Reason> reason;
  int importance = 5;
  std::vector<ComponentStanding> components;

  const ComponentStanding* find(std::string_view component) const;  // by its whole id
};

struct AuditStanding {
  std::string host, rulebook;
  Time taken{};
  std::optional<int> points;
  int coverage = 0;  // percent
  std::vector<TouchpointStanding> touchpoints;

  const TouchpointStanding* find(std::string_view touchpoint) const;
};

AuditStanding standing_of(const Audit& audit);

// What is wrong with a file that should be an audit, in one line.
class StandingError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// `text`: one JSON object of the format touchstone-audit/1, from `file`. Throws StandingError.
AuditStanding read_standing(const std::string& text, const std::string& file);

}  // namespace touchstone
