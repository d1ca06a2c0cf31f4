#include "rules/company_name.h"

#include "checks/company_name.h"
#include "site/text.h"

namespace touchstone {

std::string company_name(const Site& site) {
  constexpr std::size_t longest = 80;
  if (!site.recording().known.name.empty()) return shorten(site.recording().known.name, longest);
  const Page* home = site.home();
  // A challenge or a parking page is not the company's.
  if (!home || site.closed_because()) return site.home_url().host_unicode();
  const std::string declared = collapse_spaces(home->meta("og:site_name").value_or(""));
  if (!declared.empty()) return shorten(declared, longest);
  const auto names = company_names(site);
  return names.empty() ? site.home_url().host_unicode() : shorten(names.front().name, longest);
}

}  // namespace touchstone
