#include "checks/presence.h"
#include "site/page_class.h"

namespace touchstone {

void find_contact_page(const Site& site, std::optional<std::string>& page,
                       std::optional<int>& clicks) {
  if (const Page* contact = page_of_class(site, "contact")) {
    page = contact->url().href();
    const Visit* visit = site.visit_of(contact->url());
    if (visit && visit->role != Role::guessed) clicks = site.depth(*contact);
    return;
  }
  const auto section = contact_section(site);
  if (!section || !section->page) return;
  page = section->page->url().without_fragment().href();
  if (!section->anchor.empty()) *page += "#" + section->anchor;
  clicks = site.depth(*section->page) + 1;
}

}  // namespace touchstone
