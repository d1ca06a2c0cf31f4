#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "checks/check.h"
#include "checks/nothing_found.h"
#include "checks/unseen.h"
#include "site/app_stores.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check app_links;

namespace {

struct Stores {
  std::map<std::string, Evidence> named;  // each with where it was seen first
  std::vector<Evidence> dead;             // links that a store answers with 404 or 410
  std::optional<Reason> unseen;           // why nothing is known of another link
};

Reason unasked(const Site& site) {
  return site.recording().foreign ? Reason::not_captured : Reason::budget_exhausted;
}

// Stores keep programs out in many ways; only that nothing is there is said of the company.
void follow(Stores& stores, const Site& site, const Url& url, const Evidence& evidence) {
  constexpr std::size_t most = 20;
  const Visit* const visit = site.visit_of(url.without_fragment());
  const int status = visit && !visit->fetch.fault ? visit->fetch.status() : 0;
  if (status == 404 || status == 410) {
    if (stores.dead.size() < most) stores.dead.push_back(evidence);
  } else if (!visit) {
    stores.unseen = unasked(site);
  } else if (!visit->fetch.ok()) {
    stores.unseen = Reason::third_party_refused;
  }
}

// What browsers and other apps are told of the app in the page's head.
void read_tags(Stores& stores, const Page& home) {
  const std::vector<std::pair<const char*, const char*>> tags{{"apple-itunes-app", "apple"},
                                                              {"al:ios:app_store_id", "apple"},
                                                              {"google-play-app", "google"},
                                                              {"al:android:package", "google"}};
  for (const auto& [name, store] : tags) {
    const auto content = home.meta(name);
    if (!content || collapse_spaces(*content).empty()) continue;
    stores.named.try_emplace(
        store, Evidence{home.url().href(), "meta " + std::string(name), shorten(*content, 200)});
  }
}

// The first link to each store: where several apps are shown, one stands for all.
Stores stores_of(const Site& site) {
  Stores stores;
  for (const Page* page : site.sample()) {
    for (const Link& link : page->links()) {
      if (!link.url) continue;
      bool fresh = false;
      const auto named = app_stores_of(*link.url);
      if (named.empty()) continue;
      const Evidence evidence{page->url().href(), link.element.path(), shorten(link.href, 200)};
      for (const auto& store : named) {
        fresh = stores.named.try_emplace(store, evidence).second || fresh;
      }
      if (fresh) follow(stores, site, *link.url, evidence);
    }
  }
  read_tags(stores, *site.home());
  return stores;
}

// A file by which a phone knows that the app and the site belong together.
struct Association {
  bool valid = false, broken = false;
  std::optional<Reason> unseen;
  Evidence evidence;
};

// Google's "Statement list syntax": one of the statements names an app.
bool names_android_app(const nlohmann::json& list) {
  return list.is_array() && std::any_of(list.begin(), list.end(), [](const nlohmann::json& one) {
           const auto target = one.is_object() ? one.find("target") : one.end();
           return one.is_object() && target != one.end() && target->is_object() &&
                  target->contains("package_name");
         });
}

Association association(const Site& site, const std::string& file) {
  constexpr std::size_t longest_read = 256 * 1024;  // bytes
  Association found;
  const Visit* const visit = site.visit(Role::well_known, file);
  if (!visit) {
    found.unseen = unasked(site);
    return found;
  }
  const Fetch& fetch = visit->fetch;
  found.unseen = unreadable_because(fetch);
  found.evidence = {fetch.answered().href(), "", shorten(fetch.body.substr(0, 400), 100)};
  // A page in the file's place says that there is none.
  const auto begin = fetch.body.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  if (found.unseen || !fetch.ok() || begin == fetch.body.npos || fetch.body[begin] == '<') {
    return found;
  }
  if (fetch.truncated || fetch.body.size() > longest_read) {
    found.unseen = Reason::truncated;
    return found;
  }
  const auto json = nlohmann::json::parse(fetch.body, nullptr, false);
  found.broken = json.is_discarded();
  found.valid = (json.is_object() && json.contains("applinks")) || names_android_app(json);
  return found;
}

void say_associations(Facts& facts, const Site& site, const Stores& stores) {
  std::vector<Association> needed;
  const bool apple = stores.named.contains("apple");
  if (apple) needed.push_back(association(site, "apple-app-site-association"));
  if (stores.named.size() > (apple ? 1U : 0U))
    needed.push_back(association(site, "assetlinks.json"));
  std::vector<Evidence> valid, broken;
  std::optional<Reason> unseen;
  for (const Association& file : needed) {
    if (file.unseen) unseen = file.unseen;
    if (file.valid) valid.push_back(file.evidence);
    if (file.broken) broken.push_back(file.evidence);
  }
  if (unseen && broken.empty()) {
    for (const char* name : {"broken_files", "files", "files_lacking"})
      facts.unknown(name, *unseen);
    return;
  }
  const std::size_t lacking = needed.size() - valid.size();
  facts.say("broken_files", broken.size(), broken);
  facts.say("files", valid.size(), valid);
  facts.say("files_lacking", lacking, valid);
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(app_links, *why);
  const Stores stores = stores_of(site);
  if (stores.named.empty()) return nothing_found(app_links, site);
  Facts facts;
  std::vector<Evidence> evidence;
  for (const auto& [store, seen] : stores.named) evidence.push_back(seen);
  facts.say("present", true, evidence);
  facts.say("stores", stores.named.size(), std::move(evidence));
  if (stores.unseen && stores.dead.empty()) {
    facts.unknown("dead", *stores.unseen);
  } else {
    facts.say("dead", stores.dead.size(), stores.dead);
  }
  say_associations(facts, site, stores);
  return facts;
}

}  // namespace

const Check app_links{"app-links",
                      {{"present", "", "the site leads to an app in a store"},
                       {"stores", "", "stores that it leads to"},
                       {"dead", "", "links to a store that it answers with 404 or 410"},
                       {"broken_files", "", "files that tie the app to the site and are no JSON"},
                       {"files", "", "such files that name the app, of the systems linked"},
                       {"files_lacking", "", "systems linked without such a file"}},
                      measure};

}  // namespace touchstone::checks
