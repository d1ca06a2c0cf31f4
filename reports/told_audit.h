#pragma once

// An audit read back from its JSON: what maps, plans and comparisons need of one that was made
// before. Values only.

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "site/fetch.h"

namespace touchstone {

struct ToldComponent {
  std::string id, title, verdict;  // verdict: "wow", "so-so", "sucks" or empty
  std::optional<int> points;       // decipoints
  std::string says, fix;
  int weight = 1, gain = 0;        // gain: decipoints
  std::string threshold, excerpt;  // excerpt: of the first evidence
};

struct ToldTouchpoint {
  std::string id, group, title, status, verdict, reason, experience, period, object, term, channel;
  std::vector<std::string> positions, chips;
  std::optional<int> points;
  int importance = 5;
  bool universal = false;
  std::vector<std::string> chip_ideas;
  std::vector<ToldComponent> components;
};

struct ToldChainLink {
  std::string touchpoint, role;
};

// A link with nothing to judge; `before`: how many of the judged links stand before it.
struct ToldLeftOut {
  std::string touchpoint, title;
  int before = 0;
};

struct ToldChain {
  std::string id, title, state;
  std::vector<ToldChainLink> links;
  std::vector<ToldLeftOut> left_out = {};
  std::string broken_at = {};  // empty: nowhere
  int importance = 5;
};

struct ToldPlanItem {
  std::string touchpoint, what, who, by, effort, state;
};

struct ToldAudit {
  std::string name, host, asked, answered, taken, rulebook;
  std::string verdict, reason, profile;  // empty where there is none
  std::optional<int> points;
  int coverage = 0;  // percent
  std::int64_t requests = 0;
  bool unreached = false;          // nobody answered
  std::optional<FaultKind> fault;  // what ended the request for the home page
  std::vector<std::string> notes;
  std::vector<std::pair<std::string, std::string>> groups;      // id and title, in order
  std::vector<std::pair<std::string, std::string>> composites;  // likewise
  std::vector<ToldTouchpoint> touchpoints;
  std::vector<ToldChain> chains;
  std::vector<ToldPlanItem> plan, later;  // the first improvements, and all others

  const ToldTouchpoint* find(std::string_view touchpoint) const;
  bool interrupted() const;  // the user stopped it before all was seen
};

// What is wrong with a file that should be an audit, in one line.
class ToldAuditError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// `text`: one JSON object of the format touchstone-audit/1. Throws ToldAuditError.
ToldAudit read_told_audit(const std::string& text, const std::string& file);

}  // namespace touchstone
