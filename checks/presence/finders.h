#pragma once

// The finders of checks/presence.h over pages that were read once for all of them.

#include <string>
#include <vector>

#include "checks/presence.h"
#include "checks/structured_data.h"
#include "site/reading.h"

namespace touchstone {

// A page with what the finders share.
struct PageSource {
  explicit PageSource(const Page& page) : reading(page), things(things_of(page)) {}

  Reading reading;
  std::vector<Thing> things;  // of its JSON-LD
  bool contact = false;  // the contact page, or a page that is one to the customer (legal notice)
  std::vector<Element>
      links_of_others;  // what a legal notice says of others is no more in `reading`

  const Page& page() const { return reading.page(); }
  std::string url() const { return page().url().href(); }
  bool is_of_others(const Element& link) const;
};
using PageSources = std::vector<PageSource>;  // home first

PageSource read_source(const Site& site, const Page& page);
PageSources read_sources(const Site& site);

// `addresses`: those of the site, as far as they are known; they say where it is at home.
std::vector<Phone> find_phones(const Site& site, const PageSources& sources,
                               const std::vector<PostalAddress>& addresses);
std::vector<Email> find_emails(const Site& site, const PageSources& sources);
std::vector<PostalAddress> find_addresses(const Site& site, const PageSources& sources);
bool find_opening_hours(const PageSources& sources);
bool shows_map(const Page& page);  // embedded, not a mere link

// Where the company is at home, likeliest first: at most six regions with a numbering plan.
std::vector<std::string> likely_regions(const Site& site, const PageSources& sources,
                                        const std::vector<PostalAddress>& addresses);

}  // namespace touchstone
