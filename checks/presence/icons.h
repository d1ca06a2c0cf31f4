#pragma once

// The icons that stand for a company in tabs, bookmarks and search results, with what their bytes
// say. `find_icons` of checks/presence.h is the plain list of them.

#include <string>
#include <vector>

#include "checks/presence.h"
#include "checks/presence/image.h"
#include "site/site.h"

namespace touchstone {

struct FoundIcon {
  Icon icon;
  Image image;
  std::string place;             // XPath of its declaration; "/favicon.ico" or "manifest" without
  std::string bytes;             // of the image; empty: none came
  const Fetch* fetch = nullptr;  // null: a data: URL, or never asked
};

// Declared icons in the order of the page (at most 12), those of the manifest, then /favicon.ico
// unless it is declared. The conventional one is in the list even when nothing stands there.
std::vector<FoundIcon> icon_candidates(const Site& site);

// What one answer delivers. `source`: "link", "manifest" or "default".
FoundIcon icon_of(const Visit& visit, std::string source);

// What a browser shows in the tab: declared with rel=icon, else /favicon.ico.
bool is_tab_icon(const Icon& icon);

}  // namespace touchstone
