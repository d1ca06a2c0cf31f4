#pragma once

// What a page offers to watch and to look at. Pure, safe from several threads; linear in the page.

#include <vector>

#include "checks/fact.h"
#include "site/site.h"

namespace touchstone {

struct RichMedia {
  std::vector<Evidence> films;    // embeds and the page's own, none that decorates
  std::vector<Evidence> tours;    // through rooms in all directions
  std::vector<Evidence> gallery;  // four pictures or more that belong together
  std::vector<Evidence> charts;   // infographics, diagrams
  std::vector<Evidence> stock;    // pictures that come from a host of stock pictures
  int own_films = 0;              // played by the page itself
  int captioned = 0;              // of these, with captions
  int pictures = 0;
};

RichMedia rich_media_of(const Page& page);

}  // namespace touchstone
