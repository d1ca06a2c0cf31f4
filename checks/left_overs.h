#pragma once

// What the makers of a site left behind on a page: filler text, error messages, signs of a page to
// come. Pure, safe from several threads; linear in the page.

#include <string>
#include <vector>

#include "site/page.h"

namespace touchstone {

struct LeftOver {
  std::string text;   // a piece of the page round it
  std::string place;  // "visible text", "title"
};

// Filler and error messages; what is quoted or stands in code, where pages speak about such things,
// is left out. At most a few of each page.
std::vector<LeftOver> strong_left_overs(const Page& page);

// "Coming soon" and its like.
std::vector<LeftOver> weak_left_overs(const Page& page);

// The server lists the files of a folder.
bool is_directory_listing(const Page& page);

}  // namespace touchstone
