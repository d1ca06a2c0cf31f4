#pragma once

// The headline of a home page, and how its words hang together with the rest of the page. Pure,
// safe from several threads; linear in the page.

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "site/page.h"

namespace touchstone {

struct Headline {
  Element element;   // no place: none was found
  std::string text;  // visible, spaces collapsed; empty where it is a picture
  std::string alt;   // of the picture that stands in its place
  bool found() const { return !text.empty() || !alt.empty(); }
};

// The first h1 that shows; without one, the first heading outside header, menu and footer.
Headline headline_of(const Page& page);

// Folded words that say something: no stop words of the page's language, none of the brand.
std::vector<std::string> telling_words(const Page& page, std::string_view text,
                                       const std::vector<std::string>& brands);

// Of one root, as far as their beginnings tell: "пекарня" and "пекарни".
bool same_root(std::string_view a, std::string_view b);

}  // namespace touchstone
