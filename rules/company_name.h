#pragma once

#include <string>

#include "site/site.h"

namespace touchstone {

// What the company calls itself on its home page: og:site_name, else the name of an Organization
// (or a kind of it) in JSON-LD, else the title; the host when none of them is there.
std::string company_name(const Site& site);

}  // namespace touchstone
