#include <algorithm>
#include <unordered_map>

#include "checks/absence.h"
#include "checks/check.h"
#include "checks/menu.h"
#include "checks/sample_share.h"
#include "checks/unseen.h"
#include "site/embedded.h"

namespace touchstone::checks {

extern const Check navigation;

namespace {

void say_menu(Facts& facts, const Site& site) {
  const auto targets = common_targets(site);
  SampleShare share;
  for (const Page* page : site.sample()) {
    share.see(*page, shows_menu(*page, targets), "links outside the footer");
  }
  // What is on most pages cannot be seen on one while there are others.
  const auto unread = site_absence_unproven_because(site);
  if (share.pages() < 2 && unread) {
    facts.unknown("menu", *unread);
  } else {
    share.say(facts, "menu");
  }
}

// The menu of home; a second page that has as many entries confirms it.
void say_items(Facts& facts, const Site& site) {
  const int items = menu_items(*site.home());
  if (items == 0) {
    if (const auto why = absence_unproven_because(*site.home())) {
      facts.unknown("items", *why);
    } else {
      facts.absent("items");
    }
    return;
  }
  const bool again = std::any_of(site.sample().begin(), site.sample().end(), [&](const Page* page) {
    return page != site.home() && menu_items(*page) == items;
  });
  facts.say("items", items, {{site.home()->url().href(), "navigation", ""}}).signals =
      again ? 2 : 1;
}

bool is_file(const Url& url) {
  static const auto endings = embedded_list("site/data/file-extensions.txt");
  const std::string_view path = url.path();
  const auto dot = path.rfind('.');
  if (dot == std::string_view::npos || path.find('/', dot) != std::string_view::npos) return false;
  return std::find(endings.begin(), endings.end(), path.substr(dot + 1)) != endings.end();
}

// Clicks from home to every page of the site that is known by a link, read or not: those that were
// not read are one click from the nearest page that links to them.
std::unordered_map<std::string, int> clicks_of(const Site& site) {
  std::unordered_map<std::string, int> clicks;
  const auto reach = [&](const std::string& address, int depth) {
    const auto [known, is_new] = clicks.try_emplace(address, depth);
    if (!is_new) known->second = std::min(known->second, depth);
  };
  for (const Page* page : site.pages()) {
    if (site.visit_of(*page).role == Role::guessed) continue;
    reach(page->url().without_fragment().href(), site.depth(*page));
  }
  for (const Page* page : site.pages()) {
    const Visit& from = site.visit_of(*page);
    if (from.role == Role::guessed) continue;
    for (const Link& link : page->links()) {
      if (!link.url || !site.is_own(*link.url) || is_file(*link.url)) continue;
      const Url address = link.url->without_fragment();
      if (!site.visit_of(address)) reach(address.href(), from.depth + 1);
    }
  }
  clicks.erase(site.home_url().without_fragment().href());
  return clicks;
}

void say_depth(Facts& facts, const Site& site) {
  std::vector<int> depths;
  for (const auto& [address, depth] : clicks_of(site)) depths.push_back(depth);
  constexpr std::size_t few = 2;  // a site of one page and its legal notice has no depth
  if (depths.size() <= few) {
    const auto why = absence_unproven_because(*site.home());
    why ? facts.unknown("depth", *why) : facts.not_applicable("depth");
    return;
  }
  const auto middle = depths.begin() + static_cast<std::ptrdiff_t>((depths.size() - 1) / 2);
  std::nth_element(depths.begin(), middle, depths.end());
  facts.say("depth", *middle);
}

void say_home_links(Facts& facts, const Site& site) {
  SampleShare share;
  for (const Page* page : site.pages()) {
    if (page == site.home()) continue;
    const bool leads = std::any_of(page->links().begin(), page->links().end(),
                                   [&](const Link& link) { return leads_home(site, link); });
    share.see(*page, leads, "//a");
  }
  if (site.pages().size() > 1) {
    share.say(facts, "home_link");
  } else {
    facts.not_applicable("home_link");
  }
}

// A page so deep that the visit followed none of its links.
bool leads_on_unread(const Site& site, const Page& page) {
  constexpr int deepest = 3;  // clicks
  return site.depth(page) >= deepest &&
         std::any_of(page.links().begin(), page.links().end(), [&](const Link& link) {
           return link.url && site.is_own(*link.url) && !is_file(*link.url) &&
                  !site.visit_of(link.url->without_fragment());
         });
}

// Complete is also a visit that left out some of many pages of a kind, or what is many clicks away.
bool read_every_page(const Site& site) {
  const auto pages = site.visits(Role::page);
  return site.recording().complete &&
         std::none_of(site.pages().begin(), site.pages().end(),
                      [&](const Page* page) { return leads_on_unread(site, *page); }) &&
         std::none_of(pages.begin(), pages.end(), [](const auto* page) {
           return page->fetch.fault && page->fetch.fault->kind == FaultKind::budget_exhausted;
         });
}

// Pages that the sitemap names and no page links to. Only who read every page can say so.
void say_orphans(Facts& facts, const Site& site) {
  const auto entries = site.visits(Role::sitemap_entry);
  if (entries.empty()) {
    facts.not_applicable("orphans");
    return;
  }
  if (!read_every_page(site)) {
    facts.unknown("orphans", Reason::budget_exhausted);
    return;
  }
  std::unordered_map<std::string, bool> linked;
  for (const Page* page : site.pages()) {
    for (const Link& link : page->links()) {
      if (link.url) linked.emplace(link.url->without_fragment().href(), true);
    }
  }
  constexpr std::size_t enough = 20;
  std::size_t sampled = 0, alone = 0;
  std::vector<Evidence> evidence;
  for (const Visit* visit : entries) {
    if (!visit->fetch.ok() || visit->fetch.answered() == site.home_url()) continue;
    ++sampled;
    if (linked.contains(visit->fetch.asked.without_fragment().href()) ||
        linked.contains(visit->fetch.answered().without_fragment().href())) {
      continue;
    }
    ++alone;
    if (evidence.size() < enough) evidence.push_back({visit->fetch.asked.href(), "sitemap", ""});
  }
  if (sampled == 0) {
    facts.not_applicable("orphans");
  } else {
    facts
        .say("orphans", static_cast<int>((100 * alone + sampled / 2) / sampled),
             std::move(evidence))
        .signals = alone >= 2 ? 2 : 1;
  }
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(navigation, *why);
  Facts facts;
  say_menu(facts, site);
  say_items(facts, site);
  say_depth(facts, site);
  say_home_links(facts, site);
  say_orphans(facts, site);
  return facts;
}

}  // namespace

const Check navigation{
    "navigation",
    {{"menu", "%", "pages of the sample with a block of three links that most pages share"},
     {"items", "", "entries at the top of the home page's menu"},
     {"depth", "", "clicks from home to a page, in the middle of all that are known"},
     {"home_link", "%", "pages that link to the start page"},
     {"orphans", "%", "pages of the sitemap, of those sampled, that no page links to"}},
    measure};

}  // namespace touchstone::checks
