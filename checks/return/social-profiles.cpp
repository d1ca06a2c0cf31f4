#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "checks/check.h"
#include "checks/nothing_found.h"
#include "checks/served_countries.h"
#include "checks/social_links.h"
#include "checks/unseen.h"
#include "site/embedded.h"
#include "site/vocabulary.h"

namespace touchstone::checks {

extern const Check social_profiles;

namespace {

std::set<std::string> leading_networks(const Site& site, const Presence& presence) {
  std::map<std::string, std::set<std::string>> by_country;
  for (const auto line : embedded_list("checks/data/leading-networks.txt")) {
    std::istringstream parts{std::string(line)};
    std::string country;
    parts >> country;
    for (std::string network; parts >> network;) by_country[country].insert(network);
  }
  std::set<std::string> leaders;
  for (const auto& [country, evidence] : served_countries(site, presence)) {
    const auto& list = by_country[by_country.contains(country) ? country : "*"];
    leaders.insert(list.begin(), list.end());
  }
  return leaders.empty() ? by_country["*"] : leaders;
}

void say_networks(Facts& facts, const Site& site, const Presence& presence) {
  std::map<std::string, Evidence> networks;
  for (const NetworkLink& profile : presence.social)
    networks.try_emplace(profile.network, Evidence{profile.page, "link", profile.url});
  std::vector<Evidence> evidence;
  for (const auto& [network, at] : networks) evidence.push_back(at);
  facts.say("networks", networks.size(), evidence);
  const auto leaders = leading_networks(site, presence);
  facts.say("leading", std::any_of(networks.begin(), networks.end(), [&](const auto& network) {
              return leaders.contains(network.first);
            }));
}

// The network shows its profiles to members alone, or none to programs.
bool turned_away(const Fetch& fetch) {
  const int status = fetch.status();
  if (status >= 400) return status != 404 && status != 410;
  if (fetch.answered() == fetch.asked) return false;
  const std::string path = std::string(fetch.answered().path()) + "/";
  const auto& doors = words_of("en", "login").slugs;
  return std::any_of(doors.begin(), doors.end(), [&](const std::string& door) {
    return path.find("/" + door + "/") != path.npos;
  });
}

// Networks refuse programs in many ways; only that nobody is there is said of the company. A
// network that cannot be reached from here says nothing.
void say_gone(Facts& facts, const Site& site, const Presence& presence) {
  constexpr std::size_t most = 20;
  std::vector<Evidence> gone;
  std::optional<Reason> unseen;
  bool answered = presence.social.empty();
  for (const NetworkLink& profile : presence.social) {
    const auto url = Url::parse(profile.url);
    const Visit* const visit = url ? site.visit_of(url->without_fragment()) : nullptr;
    if (!visit) continue;
    const int status = visit->fetch.fault ? 0 : visit->fetch.status();
    if (status == 0 || turned_away(visit->fetch)) {
      unseen = Reason::third_party_refused;
      continue;
    }
    answered = true;
    if ((status != 404 && status != 410) || gone.size() == most) continue;
    gone.push_back({profile.url, "status", std::to_string(status)});
  }
  if (answered) {
    facts.say("gone", gone.size(), gone);
  } else {
    const Reason unasked =
        site.recording().foreign ? Reason::not_captured : Reason::budget_exhausted;
    facts.unknown("gone", unseen.value_or(unasked));
  }
}

Facts measure(const Site& site, const Presence& presence) {
  if (const auto why = home_closed_because(site)) return all_unknown(social_profiles, *why);
  const SocialLinks links = social_links(site, presence);
  const std::size_t failed =
      links.to_nowhere.size() + links.to_front.size() + links.to_templates.size();
  if (presence.social.empty() && failed == 0) return nothing_found(social_profiles, site);
  Facts facts;
  facts.say("present", true);
  say_networks(facts, site, presence);
  facts.say("to_nowhere", links.to_nowhere.size(), links.to_nowhere);
  facts.say("to_front", links.to_front.size(), links.to_front);
  facts.say("to_templates", links.to_templates.size(), links.to_templates);
  say_gone(facts, site, presence);
  if (links.named + links.nameless.size() == 0) {
    facts.not_applicable("nameless");
  } else {
    facts.say("nameless", links.nameless.size(), links.nameless);
  }
  return facts;
}

}  // namespace

const Check social_profiles{
    "social-profiles",
    {{"present", "", "the site links to profiles in social networks, or tries to"},
     {"networks", "", "networks in which it links to a profile"},
     {"leading", "", "one of them is among those that the country looks at most"},
     {"to_nowhere", "", "icons of networks that lead nowhere"},
     {"to_front", "", "links to a network's front page"},
     {"to_templates", "", "links to accounts of the makers of page templates"},
     {"gone", "", "profiles that answer 404 or 410"},
     {"nameless", "", "links to profiles without a name for those who do not see the icon"}},
    measure};

}  // namespace touchstone::checks
