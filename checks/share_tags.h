#pragma once

// What chats and networks read from a page's head for the preview of a link. Pure, safe from
// several threads.

#include <optional>
#include <string>

#include "checks/fact.h"
#include "site/page.h"

namespace touchstone {

struct SharePicture {
  std::string written;     // the address as it stands in the tag
  std::optional<Url> url;  // absent: it leads nowhere
  Evidence evidence;
};

// The picture of the page's preview: og:image in its spellings, else that of the card for X. With
// `card_first` the other way round, as X reads it. Absent when the page names none.
std::optional<SharePicture> share_picture(const Page& page, bool card_first = false);

}  // namespace touchstone
