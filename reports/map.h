#pragma once

// The touchpoints of an audit as a mind map: company, groups, touchpoints. Ids are stable, so that
// two maps of one company differ only where the company does.

#include <string>

#include "reports/phrases.h"
#include "reports/told_audit.h"

namespace touchstone {

std::string map_freemind(const ToldAudit& audit, const Phrases& say);  // FreeMind 1.0.1 (.mm)
std::string map_opml(const ToldAudit& audit, const Phrases& say);      // OPML 2.0
std::string map_mermaid(const ToldAudit& audit, const Phrases& say);   // Mermaid "mindmap"
std::string map_markdown(const ToldAudit& audit, const Phrases& say);  // an outline

}  // namespace touchstone
