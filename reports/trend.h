#pragma once

// A company's line of audits, told: as text with a line of small bars, as JSON, as one HTML file
// with charts (SVG, no script). Everything from the web is escaped.

#include <string>

#include "history/trend.h"
#include "reports/phrases.h"
#include "reports/text.h"
#include "rules/rulebook.h"

namespace touchstone {

// Titles of touchpoints come from the rulebook; one that it lacks is called by its id. The trend
// must not be empty.
std::string trend_text(const Trend& trend, const Rulebook& rulebook, const Phrases& say,
                       const TextStyle& style);
std::string trend_html(const Trend& trend, const Rulebook& rulebook, const Phrases& say);

// {"format": "touchstone-history/1", "subject", "host", "name", "rulebook", "judged_again",
//  "audits": [{"taken", "score", "verdict", "coverage", "rulebook", "judged_again", "capture",
//              "steps": [{"touchpoint", "title", "before": {"status", "verdict", "score"},
//                         "after": {...}}], "changes": null | {...}}],
//  "since_first": as "steps", from the first audit to the last}, one line. "rulebook" of an
// audit: under which it was judged when it was made. "changes", of the latest alone, as in an
// audit.
std::string trend_json(const Trend& trend, const Rulebook& rulebook);

}  // namespace touchstone
