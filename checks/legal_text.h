#pragma once

#include "site/site.h"

namespace touchstone {

// The page holds terms or a privacy policy: what laws want to be said, often without the frame of
// the other pages. Pure, safe from several threads; linear in the page.
bool is_legal_text(const Site& site, const Page& page);

}  // namespace touchstone
