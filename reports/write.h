#pragma once

// One door to the formats of an Audit.

#include <string>

#include "reports/beside.h"
#include "reports/text.h"

namespace touchstone {

enum class Format { text, json, html, md, csv, mm, opml, mermaid, junit, sarif, github, svg };

// The formats of an audit: text, json, html, md, csv, junit, sarif, github.
std::string write_report(const Audit& audit, Format format, const Phrases& say,
                         const TextStyle& style, const Beside& beside = {});

}  // namespace touchstone
