#pragma once

// The home page as one line among ten of a search engine: what a customer chooses by.

#include <string>

#include "site/site.h"

namespace touchstone {

// As Google shows it on a desktop. Empty texts: the page says nothing of the kind, or none was
// seen.
struct SearchPreview {
  std::string name;     // of the site, above the address
  std::string address;  // "huber.example > bread"
  std::string title;    // cut where a result ends, with "…"
  std::string snippet;  // likewise
  bool title_cut = false, snippet_cut = false;
  std::string icon;       // its address
  std::string icon_data;  // the same as a data: URL of an image; empty where it is too large
};

SearchPreview preview_in_search(const Site& site);

}  // namespace touchstone
