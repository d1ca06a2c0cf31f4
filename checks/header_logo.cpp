#include <re2/re2.h>

#include "checks/accessible_name.h"
#include "checks/language_versions.h"
#include "checks/own_names.h"
#include "site/page_places.h"

namespace touchstone {

namespace {

bool leads_home(const Site& site, const Link& link) {
  if (!link.url || !site.is_own(*link.url) || !link.url->query().empty()) return false;
  if (link.url->without_fragment() == site.home_url().without_fragment()) return true;
  const std::string_view path = link.url->path();
  const auto second = path.find('/', 1);
  const bool one_segment = second == path.npos || second + 1 == path.size();
  return path == "/" || path == "/index.html" || path == "/index.php" ||
         (one_segment && !language_in(*link.url).empty());
}

bool is_called_logo(const Element& element) {
  static const RE2 logo("(?i)logo|brand");
  for (const char* attribute : {"class", "id", "src", "alt"}) {
    if (RE2::PartialMatch(element.attribute(attribute).value_or(""), logo)) return true;
  }
  return false;
}

bool shows_picture(const Element& link) {
  return !link.find("(.//img | .//svg | .//picture | .//object)[1]").empty();
}

// On the home page the logo needs no link.
std::optional<HeaderLogo> unlinked_logo(const Page& page, const AccessibleNames& names) {
  std::optional<HeaderLogo> found;
  each_element(*page.document(), [&](const Element& element, const Place& place) {
    if (found || place.hidden || place.in_head) return;
    if (place.region != Region::header && place.region != Region::navigation) return;
    if (element.name() != "img" && element.name() != "svg") return;
    const Element parent = element.parent();
    if (!is_called_logo(element) && !(parent && is_called_logo(parent))) return;
    found = HeaderLogo{element, false, true, names.of(element).text};
  });
  return found;
}

}  // namespace

std::optional<HeaderLogo> header_logo(const Site& site, const Page& page) {
  constexpr std::size_t most_links = 60;
  const AccessibleNames names(*page.document());
  std::size_t looked = 0;
  std::optional<HeaderLogo> in_words;
  for (const Link& link : page.links()) {
    if (link.region != Region::header && link.region != Region::navigation) continue;
    if (++looked > most_links) break;
    if (link.hidden || !leads_home(site, link)) continue;
    const bool pictured = shows_picture(link.element);
    const HeaderLogo logo{link.element, true, pictured, names.of(link.element).text};
    const Element parent = link.element.parent();
    if (pictured || is_called_logo(link.element) || (parent && is_called_logo(parent))) return logo;
    if (!in_words) in_words = logo;
  }
  if (const auto unlinked = unlinked_logo(page, names)) return unlinked;
  return in_words;
}

}  // namespace touchstone
