#include <algorithm>
#include <map>
#include <set>

#include "checks/check.h"
#include "checks/company_name.h"
#include "checks/social_links.h"
#include "checks/unseen.h"
#include "site/public_suffix.h"

namespace touchstone::checks {

extern const Check social_consistency;

namespace {

// Each name with where it stands first.
struct Handles {
  std::map<std::string, Evidence> names;
  std::set<std::string> networks;  // in which a profile has a name
};

// The first profile in each network: more of them are those of branches, brands and people.
Handles handles_of(const Presence& presence) {
  Handles handles;
  for (const NetworkLink& profile : presence.social) {
    const auto url = Url::parse(profile.url);
    const auto handle = url ? handle_of(*url) : "";
    if (handle.empty() || !handles.networks.insert(profile.network).second) continue;
    handles.names.try_emplace(handle, Evidence{profile.page, "link", profile.url});
  }
  return handles;
}

std::string label_of(const std::string& host) {
  const auto domain = registrable_domain(host);
  if (!domain) return "";
  return host_to_unicode(domain->substr(0, domain->size() - public_suffix(host).size() - 1));
}

// The worst of the names, each compared with what it is most alike to.
void say_brand(Facts& facts, const Site& site, const Handles& handles) {
  auto brands = company_names(site);
  const auto label = label_of(site.host());
  if (!label.empty()) brands.push_back({label, {site.home_url().href(), "host name", label}});
  int worst = 100;
  bool compared = false;
  std::vector<Evidence> evidence;
  for (const auto& [name, at] : handles.names) {
    int best = -1;
    for (const CompanyName& brand : brands) {
      const NameMatch match = match_brand(name, brand.name);
      if (match.comparable) best = std::max(best, match.initials ? 100 : match.similarity);
    }
    if (best < 0) continue;
    compared = true;
    if (best <= worst) evidence.assign(1, at);
    worst = std::min(worst, best);
  }
  if (compared) {
    facts.say("brand_similarity", worst, std::move(evidence));
  } else {
    facts.unknown("brand_similarity", Reason::language_unsupported);
  }
}

Facts measure(const Site& site, const Presence& presence) {
  if (const auto why = home_closed_because(site)) return all_unknown(social_consistency, *why);
  const Handles handles = handles_of(presence);
  if (handles.networks.size() < 2) return all_not_applicable(social_consistency);
  Facts facts;
  std::vector<Evidence> evidence;
  for (const auto& [name, at] : handles.names)
    if (evidence.size() < 20) evidence.push_back(at);
  facts.say("handles", handles.names.size(), std::move(evidence));
  say_brand(facts, site, handles);
  return facts;
}

}  // namespace

const Check social_consistency{
    "social-consistency",
    {{"handles", "", "different names of the company's profiles"},
     {"brand_similarity", "%",
      "how alike the least fitting of them is to the company's name or domain"}},
    measure};

}  // namespace touchstone::checks
