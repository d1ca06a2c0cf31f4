#pragma once

// The web app manifest that a page links to (https://www.w3.org/TR/appmanifest/). Pure.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "site/site.h"

namespace touchstone {

struct WebManifest {
  std::string name, short_name, start_url, display, theme_color;  // empty: not said
  std::vector<std::string> icons;                                 // as written, at most 12
  bool has_shortcuts = false;
};

// Absent: no JSON object.
std::optional<WebManifest> read_manifest(std::string_view json);

struct LinkedManifest {
  Element link;                  // the home page's link element; false: there is none
  const Visit* visit = nullptr;  // null: not asked
  std::optional<Reason> unseen;  // why nothing is known of what is linked
  std::optional<WebManifest> manifest;
};

LinkedManifest linked_manifest(const Site& site);

}  // namespace touchstone
