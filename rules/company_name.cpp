#include "rules/company_name.h"

#include <algorithm>

#include "checks/company_name.h"
#include "checks/own_names.h"
#include "site/public_suffix.h"
#include "site/text.h"

namespace touchstone {

namespace {

// "huber-brot" of "www.huber-brot.de"; empty for an IP address.
std::string domain_label(const Site& site) {
  if (site.home_url().host_is_ip()) return {};
  const std::string host = site.host();
  const std::string name = host_to_unicode(registrable_domain(host).value_or(host));
  return name.substr(0, name.find('.'));
}

}  // namespace

std::string company_name(const Site& site) {
  constexpr std::size_t longest = 80;
  if (!site.recording().known.name.empty()) return shorten(site.recording().known.name, longest);
  const Page* home = site.home();
  // A challenge or a parking page is not the company's.
  if (!home || site.closed_because()) return site.home_url().host_unicode();
  const std::string declared = collapse_spaces(home->meta("og:site_name").value_or(""));
  if (!declared.empty()) return shorten(declared, longest);
  const auto names = company_names(site);
  const auto of_title = [](const CompanyName& one) { return one.evidence.place == "title"; };
  const auto first = std::find_if_not(names.begin(), names.end(), of_title);
  if (first != names.end()) return shorten(first->name, longest);
  // A title says what is offered, too: the part that the domain or other places repeat is the name.
  const auto elsewhere = own_names(site);
  const std::string label = domain_label(site);
  constexpr int alike = 70;  // percent
  for (const CompanyName& one : names) {
    if (match_brand(label, one.name).similarity >= alike) return shorten(one.name, longest);
  }
  for (const OwnName& one : elsewhere) {
    if (one.evidence.place == "title") return shorten(one.name, longest);
  }
  for (const OwnName& one : elsewhere) {
    if (match_brand(label, one.name).similarity >= alike) return shorten(one.name, longest);
  }
  if (!names.empty()) return shorten(names.front().name, longest);
  return elsewhere.empty() ? site.home_url().host_unicode()
                           : shorten(elsewhere.front().name, longest);
}

}  // namespace touchstone
