#pragma once

// What a visitor meets at an address that does not exist, from the crawl's
// probes. `find_missing_page` of checks/presence.h is its summary.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "checks/presence.h"
#include "site/site.h"

namespace touchstone {

struct Probe {
  const Visit* visit = nullptr;  // the last look at it
  const Page* page = nullptr;    // null: the answer is no HTML
  std::string kind;              // as MissingPage::kind; empty when unknown
  std::optional<Reason> unknown_because;
};

struct MissingLook {
  MissingPage summary;
  std::vector<Probe> probes;              // by role: plain, nested, typed
  const Probe* shown = nullptr;           // the one that decided; null: all are unknown
  std::optional<Reason> unknown_because;  // of all of them
  std::string text;                       // what the shown answer says to people
  std::vector<const Link*> links;         // of it into the site, each address once, none hidden
  std::string server_default;             // the sign of a server's own page; empty: none
};

// Absent when nothing was probed. The pointers live as long as the site; a look is not copied.
std::optional<MissingLook> look_at_missing(const Site& site);

// The answer leads to the start page or repeats it, instead of saying that something is missing.
bool is_home_again(const MissingLook& look);

}  // namespace touchstone
