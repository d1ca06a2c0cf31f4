#pragma once

// The line of a subject's audits: scores, and which verdicts changed when. A value for reports.

#include <optional>
#include <string>
#include <vector>

#include "history/changes.h"
#include "history/store.h"

namespace touchstone {

// A touchpoint whose verdict or status is another than in the audit before.
struct TrendStep {
  std::string touchpoint;
  TouchpointMark before, after;  // of an empty touchpoint where it was not there
};

struct TrendPoint {
  StoredLine line;  // its marks are never absent here, and without touchpoints
  int sucks = 0;    // touchpoints that do
  bool judged_again = false;
  std::vector<TrendStep> steps;    // since the point before; none in the first
  std::optional<Changes> changes;  // the same with values, where somebody looked them up
};

struct Trend {
  std::string subject, host, name, rulebook;
  std::vector<TrendPoint> points;      // oldest first, never empty
  int judged_again = 0;                // points that were judged under other rules at first
  std::vector<TrendStep> since_first;  // from the first point to the last

  // Indices of points at which something changed, the latest first, at most so many.
  std::vector<std::size_t> latest_changes(std::size_t most) const;
};

// Makes a trend of lines that come one by one.
//
//   TrendLine line;
//   store.each_line(subject, rulebook, [&](StoredLine one) { line.add(std::move(one)); });
//   const Trend trend = line.take();
class TrendLine {
 public:
  void add(StoredLine line);  // with marks, and not older than the one before
  Trend take();               // of one line at least; once

 private:
  Trend trend_;
  std::vector<TouchpointMark> first_, before_;
};

}  // namespace touchstone
