#pragma once

// What kind of company a home page tells of, by its words and its structured data, as far as that
// decides what customers expect of it. Pure, safe from several threads; linear in the home page.

#include "site/site.h"

namespace touchstone {

// Title, description and the first screens speak of dealing with other companies, in at least two
// ways of checks/data/company-kinds.txt: of trade and of making, of corporate clients and holdings.
bool deals_with_companies(const Site& site);

// Guests eat there or have it brought: its offer is a menu, no pages of products.
bool is_eatery(const Site& site);

}  // namespace touchstone
