#pragma once

// The touchpoints of a company as a mind map: company, groups, touchpoints; what people scored of
// an object (a product, a stall, a colleague) stands in a tree of that object. Ids are stable, so
// that two maps of one company differ only where the company does.

#include <optional>
#include <string>
#include <vector>

#include "reports/phrases.h"
#include "reports/told_audit.h"

namespace touchstone {

struct MapNode {
  std::string id, label;
  std::string verdict;  // "wow", "so-so", "sucks"; empty: none, or no touchpoint
  std::vector<MapNode> children;
};

MapNode map_of(const ToldAudit& audit, const Phrases& say);

std::string map_freemind(const MapNode& map);  // FreeMind 1.0.1 (.mm)
std::string map_opml(const MapNode& map);      // OPML 2.0
std::string map_mermaid(const MapNode& map);   // Mermaid "mindmap"
std::string map_markdown(const MapNode& map);  // an outline
// One file to publish: the tree drawn as SVG, and as a list that opens and closes.
std::string map_html(const MapNode& map, const Phrases& say);
std::string map_svg(const MapNode& map);

// A map that somebody drew or changed: FreeMind or OPML. Absent for what is neither.
std::optional<MapNode> read_map(const std::string& text);

}  // namespace touchstone
