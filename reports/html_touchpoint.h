#pragma once

// One touchpoint of the HTML report: a line that opens into its components, evidence and remedy.

#include <optional>
#include <string>

#include "reports/phrases.h"
#include "rules/audit.h"

namespace touchstone {

// The style class of a verdict: "wow", "so-so", "sucks", "none".
std::string verdict_class(const std::optional<Verdict>& verdict);

std::string html_touchpoint(const Touchpoint& touchpoint, const Phrases& say);

}  // namespace touchstone
