#include "site/page_class.h"

#include "site/embedded.h"
#include "site/page_classes.h"
#include "site/vocabulary.h"

namespace touchstone {

const std::vector<std::string>& page_classes() {
  static const std::vector<std::string> names = [] {
    const auto lines = embedded_list("site/data/page-classes.txt");
    return std::vector<std::string>(lines.begin(), lines.end());
  }();
  return names;
}

int link_score(const Link& link, std::string_view page_class, std::string_view language) {
  int score = 0;
  const Match text = match_concept(link.name(), page_class, language);
  // "Contact lenses" in the text of a page is goods, in the menu it may be the page.
  const bool in_menu = link.region != Region::main;
  if (text == Match::equals) score += 5;
  if (text == Match::contains && in_menu) score += 3;
  if (!link.url) return score;
  const Match path = match_slug(link.url->path(), page_class);
  if (path == Match::equals) score += 4;
  if (path == Match::contains) score += 2;
  return score;
}

std::vector<std::string> classes_of(const Site& site, const Page& page) {
  const auto& classes = site.classes().classes;
  const auto found = classes.find(&page);
  return found == classes.end() ? std::vector<std::string>() : found->second;
}

const Page* page_of_class(const Site& site, std::string_view page_class) {
  const auto& pages = site.classes().page_of_class;
  const auto found = pages.find(page_class);
  return found == pages.end() ? nullptr : found->second;
}

}  // namespace touchstone
