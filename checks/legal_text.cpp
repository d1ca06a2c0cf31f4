#include "checks/legal_text.h"

#include <algorithm>

#include "site/page_class.h"

namespace touchstone {

bool is_legal_text(const Site& site, const Page& page) {
  const auto classes = classes_of(site, page);
  return std::any_of(classes.begin(), classes.end(),
                     [](const std::string& name) { return name == "terms" || name == "privacy"; });
}

}  // namespace touchstone
