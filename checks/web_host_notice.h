#pragma once

// Legal notices and privacy policies name who hosts the site (French law asks for the host's name,
// address and telephone). None of it is the company's own. Pure; linear in the page's size.

#include <vector>

#include "site/reading.h"
#include "site/site.h"

namespace touchstone {

// A legal notice by its title, or the privacy policy: elsewhere a firm may speak of hosting because
// it sells it.
bool is_notice(const Site& site, const Page& page);

// Blanks what the page says of its web host: the section headed so (until the next heading of that
// level), the lines below a mere label, or the part of a line. The links in there.
std::vector<Element> silence_web_host(Reading& reading);

}  // namespace touchstone
