#pragma once

// What to do, as papers for those who do it: the plan, a checklist of everything, a walk for
// a newcomer.

#include <string>

#include "reports/handout.h"
#include "reports/phrases.h"
#include "reports/told_audit.h"

namespace touchstone {

std::string plan_text(const ToldAudit& audit, const Phrases& say, int width);
std::string plan_markdown(const ToldAudit& audit, const Phrases& say);
std::string plan_json(const ToldAudit& audit);
std::string plan_csv(const ToldAudit& audit, const Phrases& say);

// "[x] wow, [~] so-so, [ ] sucks or missing, [?] not assessed", a line a touchpoint.
std::string checklist(const ToldAudit& audit, const Phrases& say);

// The same for print.
Handout plan_handout(const ToldAudit& audit, const Phrases& say);
Handout checklist_handout(const ToldAudit& audit, const Phrases& say);
Handout walk_handout(const ToldAudit& audit, const Phrases& say);

// Markdown: the chains, link by link, for somebody who never saw the company.
std::string walk_of_newcomer(const ToldAudit& audit, const Phrases& say);

}  // namespace touchstone
