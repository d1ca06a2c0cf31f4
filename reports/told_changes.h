#pragma once

// What changed since an earlier audit, in words, for every report that people read.

#include <string>
#include <vector>

#include "history/accepted.h"
#include "history/changes.h"
#include "reports/phrases.h"

namespace touchstone {

struct ToldStep {
  std::string title, then, now;  // "Size", "180 px", "16 px"
};

struct ToldChange {
  const Change* change = nullptr;  // into the Changes
  ToldStep step;                   // of the touchpoint: "Favicon", "wow 10.0", "sucks 0.0"
  std::vector<ToldStep> parts;     // its components
  std::string url;                 // where it was seen; may be empty
  std::string note;                // whether it counts, and why not; may be empty
};

struct ToldChangeGroup {
  ChangeKind kind = ChangeKind::worse;
  std::string heading;
  std::vector<ToldChange> changes;
};

// Worse first; kinds of which there is nothing are left out. Points into `changes`.
std::vector<ToldChangeGroup> tell_changes(const Changes& changes, const Acceptance* accepted,
                                          const Phrases& say);

// Of one change, the components.
std::vector<ToldStep> tell_parts(const Change& change, const Phrases& say);

// Since when, the scores, and how the audits could be compared: a few sentences.
std::vector<std::string> tell_comparison(const Changes& changes, const Phrases& say);

// "wow 10.0", "missing", "not assessed".
std::string tell_standing(Status status, const std::optional<int>& points, const Phrases& say);

// "wow 10.0, now sucks 0.0"
std::string tell_step(const ToldStep& step, const Phrases& say);

// The section of a Markdown report; empty without changes to tell of.
std::string markdown_changes(const Changes& changes, const Acceptance* accepted,
                             const Phrases& say);

// The body of a section of an HTML report.
std::string html_changes(const Changes& changes, const Acceptance* accepted, const Phrases& say);

}  // namespace touchstone
