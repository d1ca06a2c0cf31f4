#pragma once

// What an error page has in common with the home page, and what is its own.

#include "site/page.h"

namespace touchstone {

// How much of the home page's header, menu and footer links stands on the page too, in percent.
int shared_frame(const Page& page, const Page& home);

// The page says which of its parts are header, menu or footer.
bool has_landmarks(const Page& page);

// Both ask for the same file of that kind.
bool share_any(const Page& page, const Page& home, Resource::Kind kind);

// A picture that the home page does not have, a canvas or a video.
bool has_own_media(const Page& page, const Page& home);

bool is_search_form(const Form& form);
bool has_search(const Page& page);

}  // namespace touchstone
