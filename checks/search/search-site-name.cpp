#include <algorithm>

#include "checks/check.h"
#include "checks/structured_data.h"
#include "checks/unseen.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check search_site_name;

namespace {

std::string comparable(const std::string& name) {
  return collapse_spaces(fold(name));
}

// The WebSite things of a page, by the document's order.
std::vector<Thing> web_sites(const Page& page) {
  std::vector<Thing> sites;
  for (Thing& thing : structured_data_of(page).things) {
    if (thing.is_a("WebSite")) sites.push_back(std::move(thing));
  }
  return sites;
}

Evidence seen(const Page& page, const Thing& thing, const char* property) {
  return {page.url().href(), std::string(to_string(thing.syntax)) + " WebSite." + property,
          shorten(thing.text(property).value_or(""), 200)};
}

void say_hosts(Facts& facts, const Site& site, const std::vector<Thing>& sites) {
  const Page& home = *site.home();
  std::vector<Evidence> foreign;
  for (const Thing& thing : sites) {
    const auto address = thing.text("url");
    const auto url = address ? home.base().resolve(*address) : std::nullopt;
    if (url && !site.is_own(*url)) foreign.push_back(seen(home, thing, "url"));
  }
  facts.say("foreign_url", !foreign.empty(), foreign);
}

// Whether one of the names that the data gives is the one that previews show.
void say_same(Facts& facts, const Page& home, const std::vector<Thing>& sites) {
  const std::string shown = comparable(home.meta("og:site_name").value_or(""));
  bool named = false, same = false;
  std::vector<Evidence> evidence;
  for (const Thing& thing : sites) {
    named = named || thing.has("name");
    for (const auto& [property, value] : thing.texts) {
      const bool name = property == "name" || property == "alternateName";
      same = same || (name && comparable(value) == shown);
    }
    evidence.push_back(seen(home, thing, "name"));
  }
  evidence.push_back({home.url().href(), "og:site_name", shorten(shown, 200)});
  if (!named || shown.empty()) {
    facts.not_applicable("same_as_preview");
  } else {
    facts.say("same_as_preview", same, std::move(evidence));
  }
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(search_site_name, *why);
  // Search engines read the name of a site at the root of its host alone.
  const bool at_root = site.home_url().path() == "/" || site.recording().asked.path() == "/";
  if (!at_root) return all_not_applicable(search_site_name);
  const Page& home = *site.home();
  const auto sites = web_sites(home);
  const auto named = std::find_if(sites.begin(), sites.end(),
                                  [](const Thing& thing) { return thing.has("name"); });
  const std::string preview = collapse_spaces(home.meta("og:site_name").value_or(""));
  const auto hidden = absence_unproven_because(home);
  if (sites.empty() && hidden) return all_unknown(search_site_name, *hidden);

  Facts facts;
  say_hosts(facts, site, sites);
  if (named != sites.end()) {
    facts.say("name", *named->text("name"), {seen(home, *named, "name")});
  } else {
    facts.absent("name", {{home.url().href(), "WebSite.name", ""}});
  }
  facts.say("present", named != sites.end() || !preview.empty() || !home.title().empty(),
            {{home.url().href(), "//title", shorten(home.title(), 200)}});
  say_same(facts, home, sites);
  return facts;
}

}  // namespace

const Check search_site_name{
    "search-site-name",
    {{"present", "", "the home page has some name that search engines can take"},
     {"name", "", "the site's name in the home page's data for machines (WebSite)"},
     {"foreign_url", "", "that data names another company's host"},
     {"same_as_preview", "", "one of its names is og:site_name"}},
    measure};

}  // namespace touchstone::checks
