#pragma once

// What a page itself says: its text without the header, the menu and the footer that stand on every
// page of the site. What opens at a click is a part of it. Pure and safe from several threads.

#include <string>

#include "checks/class_page.h"
#include "site/page.h"

namespace touchstone {

// A line for each block element. Of a page without much between its header and footer: all its
// text.
std::string content_text(const Page& page);
std::string content_text(const ClassPage& found);  // of the section, where it is one

}  // namespace touchstone
