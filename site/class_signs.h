#pragma once

// The content by which a page shows its class: amounts on a price list, questions
// in an FAQ, ways to reach somebody on a contact page.

#include <string_view>

#include "site/page.h"

namespace touchstone {

bool has_class_sign(const Page& page, std::string_view page_class);

}  // namespace touchstone
