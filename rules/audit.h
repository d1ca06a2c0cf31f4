#pragma once

// A company judged: touchpoints in the order of the customer, chains, scores, what to do. All
// points are decipoints 0..100.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "checks/presence.h"
#include "checks/search_preview.h"
#include "rules/rulebook.h"
#include "rules/scorecard.h"

namespace touchstone {

Verdict verdict_of(int points);  // 80.. wow, 40..79 so-so, ..39 sucks

enum class Status { assessed, missing, absent, not_assessed, not_applicable };
std::string_view to_string(Status status);

struct Judgement {
  std::string id;  // "favicon.size"
  std::string title;
  Status status = Status::not_assessed;
  std::optional<int> points;
  std::optional<Verdict> verdict;
  int weight = 1;
  Severity severity = Severity::minor;
  Confidence confidence = Confidence::measured;
  std::optional<Value> value;
  std::string unit, threshold;  // threshold: what wow asks
  std::optional<Reason> reason;
  std::string says;          // the sentence with its numbers filled in
  std::string fix;           // empty when wow or not assessed
  std::string cap;           // "critical", "major" where this component capped the touchpoint
  int gain = 0;              // decipoints that the touchpoint would win, were this one at 100
  bool unconfirmed = false;  // a heuristic "sucks" without a second signal, raised to 40
  std::vector<Evidence> evidence;
};

struct Touchpoint {
  const TouchpointRule* rule = nullptr;  // into the Rulebook, which outlives the audit
  Status status = Status::not_assessed;
  std::optional<int> points;
  std::optional<Verdict> verdict;
  std::optional<std::string> wow_kind;  // "standard", "remembered"
  std::optional<Reason> reason;
  int importance = 5;
  bool partial = false;  // under 80 % of the weight was seen, so that wow was out of reach
  std::vector<std::string> chips;  // ids of those that count
  std::vector<Judgement> components;
  const ScorecardEntry* scored = nullptr;  // what people wrote of it; mostly null
  std::string reaction;                    // what a customer would say; empty when not judged
  std::optional<Time> looked;              // when, where it was before the rest of the audit

  bool counted() const { return points.has_value(); }
};

struct Score {
  std::optional<int> points;  // absent under the floor of coverage
  int coverage = 0;           // percent
  std::optional<Verdict> verdict() const;
};

struct GroupScore {
  std::string id, title;
  Score score;
};

struct Composite {
  std::string id, title;
  Score score;
  std::vector<std::string> members;
};

enum class ChainState { golden, strong, weak, broken, unproven };
std::string_view to_string(ChainState state);

struct ChainLink {
  std::string touchpoint, role;
  std::optional<int> points;
  std::optional<Verdict> verdict;
  bool drop = false;                // at least 30 below the best earlier link
  bool reached = true;              // false behind a break: customers no longer arrive here
  bool imbalance = false;           // a way of contact at least 30 below the link before it
  std::optional<int> visitors{};    // customers who came there, as the company counted them
  std::optional<int> conversion{};  // tenths of a percent of those at the counted link before it
};

// A link with nothing to judge: it is not there, does not apply, or only people see it.
struct LeftOutLink {
  std::string touchpoint, title;  // the first of its ways
  std::size_t before = 0;         // how many judged links stand before it
};

struct Chain {
  const ChainRule* rule = nullptr;
  ChainState state = ChainState::unproven;
  std::optional<int> points;
  std::optional<std::string> broken_at;
  std::vector<ChainLink> links;
  bool final_chord = true;  // false: the last link is not there, so that the chain just ends
  std::vector<LeftOutLink> left_out{};
};

struct PlanItem {
  std::string touchpoint, what, who, by;  // by: "2026-03-13"
  int gain = 0;                           // decipoints of the touchpoint up to the target
  int priority = 0;
  std::string effort;   // "S", "M", "L"
  std::string plainly;  // `what` without words of a trade; empty where it has none
  std::string state{};  // what people say of it: "planned", "in-progress", "done"; mostly empty
};

// An importance that was changed, and why.
struct Emphasis {
  std::string touchpoint;
  int from = 0, to = 0;
  std::string why;  // titles of the circumstances, or that the company file says so
};

struct Audit {
  std::string asked, answered, host, name;  // name: the company's, as the site says it
  Time taken{};
  std::int64_t elapsed_ms = 0;
  std::string rulebook;  // version
  Score score;
  std::optional<Reason> closed;    // nothing could be said of the site as a whole
  bool unreached = false;          // nobody answered: no connection, no name
  std::optional<FaultKind> fault;  // what ended the request for the home page
  std::string profile, profile_why;
  bool profile_guessed = true;
  Score first_impression;
  std::vector<GroupScore> groups;
  std::vector<Composite> composites;
  std::vector<Touchpoint> touchpoints;
  std::vector<Chain> chains;
  std::vector<PlanItem> plan;
  std::vector<PlanItem> later;  // what else could be mended, in the same order
  Presence presence;
  SearchPreview search_preview;
  struct Speed {
    std::optional<std::int64_t> first_byte_ms, bytes, requests, fcp_ms, lcp_ms;
  } speed;
  std::int64_t pages = 0, requests = 0, bytes = 0;
  std::optional<BlockedBy> blocked;
  std::vector<std::string> notes;
  std::vector<std::string> dropped_chains;  // titles of those that do not apply to this company
  std::vector<Emphasis> emphases;           // importances that the company file changed
  std::optional<std::string> conductor;     // empty: nobody is named; absent: no company file

  const Touchpoint* find(std::string_view touchpoint) const;
};

}  // namespace touchstone
