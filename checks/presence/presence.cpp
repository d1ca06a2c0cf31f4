#include <algorithm>

#include "checks/presence/finders.h"
#include "checks/web_host_notice.h"
#include "site/page_class.h"

namespace touchstone {

bool PageSource::is_of_others(const Element& link) const {
  return std::find(links_of_others.begin(), links_of_others.end(), link) != links_of_others.end();
}

PageSource read_source(const Site& site, const Page& page) {
  PageSource source(page);
  if (is_notice(site, page)) source.links_of_others = silence_web_host(source.reading);
  return source;
}

PageSources read_sources(const Site& site) {
  PageSources sources;
  sources.reserve(site.pages().size());
  const Page* contact = page_of_class(site, "contact");
  for (const Page* page : site.pages()) {
    sources.push_back(read_source(site, *page));
    sources.back().contact = page == contact;
  }
  return sources;
}

Presence find_presence(const Site& site) {
  const auto sources = read_sources(site);
  Presence presence;
  presence.languages = find_languages(site);
  find_contact_page(site, presence.contact_page, presence.clicks_to_contact);
  presence.addresses = find_addresses(site, sources);
  presence.phones = find_phones(site, sources, presence.addresses);
  presence.emails = find_emails(site, sources);
  presence.opening_hours = find_opening_hours(sources);
  presence.map = find_map(site);
  presence.forms = find_forms(site);
  find_network_links(site, presence.messengers, presence.social);
  presence.icons = find_icons(site);
  presence.missing_page = find_missing_page(site);
  return presence;
}

}  // namespace touchstone
