#pragma once

// The company's name as its site writes it, for the question whether a title carries it.

#include <string>
#include <string_view>
#include <vector>

#include "site/site.h"

namespace touchstone {

// What pages call the company: og:site_name and its like, the name in JSON-LD, the label of the
// domain, and the part that several titles share. Folded, longest first; may be empty.
std::vector<std::string> brand_names(const Site& site);

// The words of a title that no brand name accounts for, folded; generic parts are left out.
// `branded`: at least one brand name is in the title.
struct TitleWords {
  bool branded = false;
  std::vector<std::string> others;
};
TitleWords words_beside_brand(std::string_view title, const std::vector<std::string>& brands);

}  // namespace touchstone
