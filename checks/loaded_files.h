#pragma once

// The files that a browser loads for the home page before the customer scrolls: those of its HTML
// and, one level deep, of its stylesheets. Pure, safe from several threads; linear in the page, its
// stylesheets and the recording.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "site/page.h"
#include "site/site.h"

namespace touchstone {

// A file that a browser loads for the home page, each address once, in the order met.
struct LoadedFile {
  Resource::Kind kind = Resource::Kind::other;
  Url url;
  const Resource* resource = nullptr;  // of the home page; null for what only a style names
  bool blocking = false, lazy = false;
  const Visit* visit = nullptr;  // the last look at it; null: not asked
  std::optional<Reason> unseen;  // why nothing is known of it; absent: answered, or dead
  std::int64_t bytes = 0;        // as transferred; 0 when unseen or dead

  int status() const { return visit ? visit->fetch.status() : 0; }
};

// Never for frames, which weigh nothing here. True when nobody looked at the file, or was not let
// to: something may be there. False for what failed on the network, and for strangers who keep us
// out: a lower bound leaves them out.
bool may_weigh(const Site& site, const LoadedFile& file);

// What the home page loads, without the page itself. Lazy pictures after the third are left out,
// frames are in. Empty when the home page was not read.
std::vector<LoadedFile> loaded_files(const Site& site);

// Why nothing can be said of the files and the paint of the home page: the site is closed, the page
// is a shell or no HTML. Absent when it can.
std::optional<Reason> home_unreadable_because(const Site& site);

}  // namespace touchstone
