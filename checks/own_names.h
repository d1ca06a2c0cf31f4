#pragma once

// The names by which a site calls its company, each from its own place: title, og:site_name,
// JSON-LD, manifest, application-name, logo, copyright line. Pure, safe from several threads.

#include <string>
#include <string_view>
#include <vector>

#include "checks/fact.h"
#include "site/site.h"

namespace touchstone {

struct OwnName {
  std::string name;  // as written
  Evidence evidence;
};

// At most one of each place; the first of them is the best known.
std::vector<OwnName> own_names(const Site& site);

// One name, whatever its case, quotes, separators, legal form or alphabet; a name within another
// counts as the same.
bool is_same_name(std::string_view a, std::string_view b);

// The holder in "© 2005-2026 Example GmbH. All rights reserved."; empty: none.
std::string copyright_holder(const std::string& line);

// The picture or words at the head of a page that lead home; absent: none.
struct HeaderLogo {
  Element element;
  bool linked = false;
  bool pictured = false;  // a picture, not words alone
  std::string name;       // what screen readers speak; empty: nothing
};
std::optional<HeaderLogo> header_logo(const Site& site, const Page& page);

}  // namespace touchstone
