#pragma once

// Links that are meant to lead to a company's profiles in social networks, the failed ones too.
// Pure, safe from several threads; linear in the links of the pages.

#include <string>
#include <vector>

#include "checks/fact.h"
#include "checks/presence.h"
#include "site/site.h"

namespace touchstone {

struct SocialLinks {
  std::vector<Evidence> to_nowhere;    // an icon whose link is "#"
  std::vector<Evidence> to_front;      // the network's own front page
  std::vector<Evidence> to_templates;  // an account of the template's maker
  std::vector<Evidence> nameless;      // icons without a name for those who do not see them
  std::size_t named = 0;
};

// Of the sample: those in the frames of its pages and all of the start and contact pages; each
// address once, at most 20 of a kind.
SocialLinks social_links(const Site& site, const Presence& presence);

// The name of the account in a profile's address, lower case, without "@", punctuation and an
// ending for a country; empty for numbers, for people and groups, and for addresses without a name.
std::string handle_of(const Url& profile);

}  // namespace touchstone
