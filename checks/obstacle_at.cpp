#include "checks/obstacle_at.h"

#include "site/obstacle.h"

namespace touchstone {

namespace {

// Home, where that answer brought the same bytes under the same name.
const Page* same_as_home(const Site& site, const Fetch& fetch) {
  const Page* const home = site.home();
  const bool same =
      home && !fetch.body.empty() && fetch.status() == home->fetch().status() &&
      fetch.headers().get("content-type") == home->fetch().headers().get("content-type") &&
      fetch.body == home->fetch().body;
  return same ? home : nullptr;
}

}  // namespace

const Page* page_at(const Site& site, const Visit& visit, std::optional<Page>& fresh) {
  if (const Page* const page = site.page(visit)) return page;
  if (const Page* const home = same_as_home(site, visit.fetch)) return home;
  fresh = Page::read(visit.fetch);
  return fresh ? &*fresh : nullptr;
}

std::optional<Obstacle> obstacle_at(const Site& site, const Visit& visit) {
  if (const Page* const page = site.page(visit)) return known_obstacle(*page);
  const Page* const home = same_as_home(site, visit.fetch);
  return home ? known_obstacle(*home) : obstacle_in(visit.fetch);
}

}  // namespace touchstone
