#pragma once

// The part of a page that a heading opens. Pure, safe from several threads.

#include <string_view>

#include "site/page.h"

namespace touchstone {

// The part under the first heading that names the class ("About us", "CASE STUDY: Bakery"), where
// it holds enough text or pictures to tell something. An empty element when there is none; looks
// at no more than 200 headings.
Element section_under_heading(const Page& page, std::string_view page_class);

}  // namespace touchstone
