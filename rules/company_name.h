#pragma once

#include <string>

#include "site/site.h"

namespace touchstone {

// What the company file calls it, else what it calls itself on its home page, for the head of a
// report: og:site_name, else the
// first of checks/company_name.h (JSON-LD before the title); the host when it says nothing.
std::string company_name(const Site& site);

}  // namespace touchstone
