#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/nothing_found.h"
#include "checks/unseen.h"
#include "site/embedded.h"
#include "site/public_suffix.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check app_links;

namespace {

struct StoreForm {
  std::string platform, host, path;
};

const std::vector<StoreForm>& store_forms() {
  static const auto forms = [] {
    std::vector<StoreForm> list;
    for (const auto line : embedded_list("checks/data/app-stores.txt")) {
      std::istringstream parts{std::string(line)};
      StoreForm form;
      parts >> form.platform >> form.host >> form.path;
      list.push_back(std::move(form));
    }
    return list;
  }();
  return forms;
}

std::string store_of(const Url& url) {
  for (const StoreForm& form : store_forms())
    if (host_within(url.host(), form.host) && url.path().starts_with(form.path) &&
        url.path().size() > 1)
      return form.platform;
  return "";
}

struct Store {
  Url url;
  Evidence evidence;
};

// The first link to each store; the tag that lets Safari offer the app counts as one.
std::map<std::string, Store> stores_of(const Site& site) {
  std::map<std::string, Store> stores;
  for (const Page* page : site.pages()) {
    for (const Link& link : page->links()) {
      const auto platform = link.url ? store_of(*link.url) : "";
      if (platform.empty() || stores.contains(platform)) continue;
      const Evidence evidence{page->url().href(), link.element.path(), shorten(link.href, 200)};
      stores.emplace(platform, Store{*link.url, evidence});
    }
  }
  const auto tag = site.home()->meta("apple-itunes-app");
  if (tag && !stores.contains("apple")) {
    const Evidence evidence{site.home_url().href(), "meta apple-itunes-app", shorten(*tag, 200)};
    stores.emplace("apple", Store{site.home_url(), evidence});
  }
  return stores;
}

enum class Association { none, valid, broken, unknown };

// A page of the site in its place is none: many sites answer every address with one.
Association association_of(const Visit* visit) {
  if (!visit || unreadable_because(visit->fetch)) return Association::unknown;
  const auto& body = visit->fetch.body;
  const auto begin = body.find_first_not_of(" \t\r\n\xef\xbb\xbf");
  if (!visit->fetch.ok() || begin == body.npos || body[begin] == '<') return Association::none;
  const auto json = nlohmann::json::parse(body, nullptr, false);
  return json.is_object() || json.is_array() ? Association::valid : Association::broken;
}

void say_associations(Facts& facts, const Site& site, const std::map<std::string, Store>& stores) {
  const std::vector<std::pair<std::string, std::string>> files{
      {"apple", "apple-app-site-association"}, {"google", "assetlinks.json"}};
  std::vector<Evidence> broken;
  bool lacking = false, unknown = false, wanted = false;
  for (const auto& [platform, name] : files) {
    const Visit* const visit = site.visit(Role::well_known, name);
    const auto association = association_of(visit);
    if (association == Association::broken)
      broken.push_back({visit->fetch.answered().href(), "", shorten(visit->fetch.body, 100)});
    if (!stores.contains(platform)) continue;
    wanted = true;
    lacking = lacking || association == Association::none;
    unknown = unknown || association == Association::unknown;
  }
  const bool is_broken = !broken.empty();
  facts.say("association_broken", is_broken, std::move(broken));
  if (!wanted) {
    facts.not_applicable("associated");
  } else if (unknown && !lacking) {
    facts.unknown("associated", Reason::no_source);
  } else {
    facts.say("associated", !lacking);
  }
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(app_links, *why);
  const auto stores = stores_of(site);
  if (stores.empty()) return nothing_found(app_links, site);
  Facts facts;
  facts.say("present", true);
  std::vector<Evidence> evidence, dead;
  for (const auto& [platform, store] : stores) {
    evidence.push_back(store.evidence);
    const Visit* const visit = site.visit_of(store.url);
    if (visit && leads_nowhere(visit->fetch)) dead.push_back(store.evidence);
  }
  facts.say("stores", stores.size(), std::move(evidence));
  const auto dead_count = dead.size();
  facts.say("dead", dead_count, std::move(dead));
  say_associations(facts, site, stores);
  return facts;
}

}  // namespace

const Check app_links{
    "app-links",
    {{"present", "", "the site leads to an app of the company"},
     {"stores", "", "stores that it leads to"},
     {"dead", "", "links to a store that lead nowhere"},
     {"association_broken", "", "a file that ties the app to the site is no JSON"},
     {"associated", "", "such a file stands for each of the two main stores linked"}},
    measure};

}  // namespace touchstone::checks
