// What kind of company it is, when nobody said so.

#include "checks/company_kind.h"
#include "rules/inspection.h"
#include "site/vocabulary.h"

namespace touchstone {

namespace {

// The first link to a cart; null when there is none.
const Link* cart_link(const Site& site) {
  const Page* home = site.home();
  if (!home) return nullptr;
  for (const auto& link : home->links()) {
    if (!link.url || !site.is_own(*link.url)) continue;
    if (match_concept(link.name(), "cart", home->language()) == Match::equals ||
        match_slug(link.url->path(), "cart") == Match::equals) {
      return &link;
    }
  }
  return nullptr;
}

}  // namespace

Profile guess_profile(const Site& site, const Presence& presence) {
  const bool address = !presence.addresses.empty();
  if (address && presence.opening_hours) return {"local", true, "local", ""};
  if (const Link* link = cart_link(site)) return {"shop", true, "shop", link->url->href()};
  if (deals_with_companies(site)) return {"b2b", true, "b2b", ""};
  // Who says when one can come or call, or shows the way on a map, waits for visitors.
  if (presence.opening_hours && !presence.phones.empty()) return {"local", true, "hours", ""};
  if (presence.map && (address || !presence.phones.empty())) return {"local", true, "map", ""};
  return {"general", true, "general", ""};
}

std::string told_reason(const Profile& profile, const Rulebook& rulebook) {
  const auto known = rulebook.profile_reasons.find(profile.why);
  const std::string why = known == rulebook.profile_reasons.end() ? profile.why : known->second;
  return profile.where.empty() ? why : why + ": " + profile.where;
}

}  // namespace touchstone
