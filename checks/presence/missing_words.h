#pragma once

// What the words of an error page tell a lost visitor.

#include <string>

#include "checks/presence/missing_page.h"

namespace touchstone {

// A trace, a server's version or a reproach in what a page says (checks/data/error-signs.txt), as
// it stands there, folded. Empty: none.
std::string error_sign(const std::string& text);

// Words of the page that the home page does not say too, line by line: without the site's frame.
int own_words(const std::string& text, const Page* home);

// The page's language against the home page's: "same", "two" (its frame is in the home page's, its
// message in English) or "other"; empty when it says too little to tell.
std::string language_of_missing(const Page& page, const Page& home);

}  // namespace touchstone
