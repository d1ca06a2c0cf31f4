#pragma once

// What a reader should know beside the verdicts: limits of the crawl, how many touchpoints were
// met, what the company lacks to manage them, importances that the company file changed, what
// people wrote. In the words of the report.

#include <string>
#include <string_view>
#include <vector>

#include "reports/phrases.h"
#include "rules/audit.h"

namespace touchstone {

// What a crawl notes when the user stopped it.
inline constexpr std::string_view interrupted_note = "interrupted by the user";

// That nobody keeps the touchpoints together; empty where somebody is named.
std::string tell_conductor(const Audit& audit, const Phrases& say);

std::vector<std::string> notes_of(const Audit& audit, const Phrases& say);

// When the first touchpoints are due again; work on them never ends.
std::string tell_next_look(const Audit& audit, const Phrases& say);

}  // namespace touchstone
