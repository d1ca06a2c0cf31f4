#pragma once

// The menu of a site: what its pages have in common, what it offers, and the way home. Pure, safe
// from several threads; linear in the links of the pages.

#include <string>
#include <unordered_set>

#include "site/site.h"

namespace touchstone {

// The places inside the site, parts of pages among them, that most pages of the sample link to
// outside the footer, and those in the menu of the first page of each language.
std::unordered_set<std::string> common_targets(const Site& site);

// The page shows at least three of them.
bool shows_menu(const Page& page, const std::unordered_set<std::string>& targets);

// The entries at the top of the page's menu, those below an entry left out; 0: no menu was found.
int menu_items(const Page& page);

// The link leads to the start page, or to that of a language.
bool leads_home(const Site& site, const Link& link);

}  // namespace touchstone
