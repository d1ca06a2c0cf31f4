#pragma once

// The pages that each offer one thing, a product or a service: told by their data (schema.org
// Product, og:type), by one button to buy beside a price, or by an address below a catalogue. Pure
// and safe from several threads; linear in the pages.

#include <vector>

#include "checks/controls.h"
#include "site/site.h"

namespace touchstone {

struct ProductPage {
  const Page* page = nullptr;
  Controls controls;
};

struct ProductPages {
  std::vector<ProductPage> pages;  // at most five, as a customer meets them
  std::optional<Reason> unproven;  // why there may be some although none was found
};

ProductPages product_pages(const Site& site);

// "/services/web-design/", not "/services/" itself: what stands there is one of the things sold.
bool stands_below_catalogue(const Page& page);

}  // namespace touchstone
