#pragma once

// What a page or an answer leads to beside pages and the files of home: feeds, pictures for
// sharing, documents, the site's own search, files that can be asked for once more.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "crawler/discovery.h"
#include "crawler/task.h"
#include "site/page.h"

namespace touchstone {

// Feeds that the page declares, those of comments left out.
std::vector<Url> feeds_of(const Page& page);

// Versions of the page in other languages, as it declares them.
std::vector<Url> versions_of(const Page& page);

// The address that the page gives itself; absent when it gives none.
std::optional<Url> canonical_of(const Page& page);

// og:image, twitter:image and their kin, each address once.
std::vector<Url> share_pictures_of(const Page& page);

// Pictures that the page shows, those first that a browser asks for at once.
std::vector<Url> pictures_of(const Page& page);

// Links to files to take away: PDF, office documents, archives.
std::vector<Url> documents_of(const Page& page);

// The address with one more piece of query: "?a=b" or "&a=b" behind what is there.
Url with_query(const Url& url, const std::string& piece);

// The fields that ask whether a file has changed (RFC 9110 section 13.1); empty when the answer
// named no validator.
std::vector<std::pair<std::string, std::string>> conditions_of(const Fetch& fetch);

// What every company's site may have at a usual place. Note: the file's name.
std::vector<Found> usual_files(const Url& home);

}  // namespace touchstone
