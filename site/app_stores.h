#pragma once

// Links to where apps for phones are installed (site/data/app-stores.txt). Pure, safe from several
// threads.

#include <string>
#include <vector>

#include "site/url.h"

namespace touchstone {

// "apple", "google", "rustore", ...: of an app or of its maker, not of the store's own pages. Two
// for a link that chooses the store by the phone; mostly none.
std::vector<std::string> app_stores_of(const Url& url);

}  // namespace touchstone
