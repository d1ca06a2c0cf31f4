#pragma once

// One door to the formats of a Comparison: text, json (touchstone-comparison/1), html, md, csv.

#include <string>

#include "reports/comparison.h"
#include "reports/write.h"

namespace touchstone {

std::string write_comparison(const Comparison& comparison, const Rulebook& rulebook, Format format,
                             const Phrases& say, const TextStyle& style);

std::string comparison_text(const Comparison& comparison, const Rulebook& rulebook,
                            const Phrases& say, const TextStyle& style);
// The shape is that of reports/data/comparison.schema.json.
std::string comparison_json(const Comparison& comparison, const Rulebook& rulebook);
// One self-contained file with the matrix; see reports/html.h.
std::string comparison_html(const Comparison& comparison, const Rulebook& rulebook,
                            const Phrases& say);
std::string comparison_markdown(const Comparison& comparison, const Rulebook& rulebook,
                                const Phrases& say);
// A head line, then a line a touchpoint with a column a side.
std::string comparison_csv(const Comparison& comparison);

}  // namespace touchstone
