#include <algorithm>

#include "checks/check.h"
#include "checks/served_countries.h"
#include "checks/structured_data.h"
#include "site/embedded.h"
#include "site/public_suffix.h"

namespace touchstone::checks {

extern const Check domain_zone;

namespace {

// "*" stands for an ending of at most two labels, or a number.
bool matches(std::string_view pattern, std::string_view tail) {
  const auto star = pattern.find('*');
  if (star == pattern.npos) return pattern == tail;
  const std::string_view before = pattern.substr(0, star), after = pattern.substr(star + 1);
  if (tail.size() <= before.size() + after.size() || !tail.starts_with(before) ||
      !tail.ends_with(after)) {
    return false;
  }
  const auto inside = tail.substr(before.size(), tail.size() - before.size() - after.size());
  return std::count(inside.begin(), inside.end(), '.') <= 1;
}

// The host lives under a service of the list; the service's own site does not.
bool is_hosted(std::string_view host, std::string_view pattern) {
  const bool by_path = pattern.ends_with('/');
  if (by_path) pattern.remove_suffix(1);
  if (host.starts_with("www.")) host.remove_prefix(4);
  if (by_path && matches(pattern, host)) return true;
  for (auto dot = host.find('.'); dot != host.npos; dot = host.find('.', dot + 1)) {
    if (matches(pattern, host.substr(dot + 1))) return true;
  }
  return false;
}

bool is_free_hosting(std::string_view host) {
  const auto list = embedded_list("checks/data/free-hosting.txt");
  return std::any_of(list.begin(), list.end(),
                     [&](std::string_view pattern) { return is_hosted(host, pattern); });
}

bool is_listed(std::string_view file, std::string_view item) {
  const auto list = embedded_list(file);
  return std::find(list.begin(), list.end(), item) != list.end();
}

bool describes_a(const Site& site, std::string_view types) {
  if (!site.home()) return false;
  for (const Thing& thing : things_of(*site.home())) {
    for (const std::string& type : thing.types) {
      if ((" " + std::string(types) + " ").find(" " + type + " ") != std::string::npos) return true;
    }
  }
  return false;
}

// "gov", "edu.au", or an open zone such as "org" with a member of the sector in it.
bool is_of_sector(const Site& site, const std::string& suffix) {
  const auto dot = suffix.find('.');
  const std::string first = suffix.substr(0, dot);
  if (dot == suffix.npos && first.size() == 2) return false;  // a country's, as "ac" is
  for (const std::string_view line : embedded_list("checks/data/sector-zones.txt")) {
    const auto space = line.find(' ');
    if (line.substr(0, space) != first) continue;
    return space == line.npos || describes_a(site, line.substr(space + 1));
  }
  return false;
}

std::string top_level_of(const std::string& host) {
  return host.substr(host.rfind('.') + 1);
}

void say_fit(const Site& site, const Presence& presence, const std::string& host, Facts& facts) {
  const std::string top_level = top_level_of(host);
  const std::string zone = "." + host_to_unicode(top_level);
  std::vector<Evidence> evidence{{site.home_url().href(), "host name", zone}};
  facts.say("zone", zone, evidence);
  const std::string country = country_of_zone(top_level);
  const auto closed = site.closed_because();
  const auto served =
      closed ? std::map<std::string, std::vector<Evidence>>{} : served_countries(site, presence);
  if (const auto home = served.find(country); home != served.end()) {
    evidence.push_back(home->second.front());
    facts.say("fit", "served-country", evidence);
  } else if (top_level == "com") {
    facts.say("fit", "commercial", evidence);
  } else if (is_of_sector(site, public_suffix(host))) {
    facts.say("fit", "sector", evidence);
  } else if (country.empty() || is_listed("checks/data/repurposed-zones.txt", top_level)) {
    facts.say("fit", "generic", evidence);
  } else if (served.empty()) {
    facts.unknown("fit", closed.value_or(Reason::no_source), evidence);
  } else {
    int signals = 0;
    for (const auto& [code, signs] : served) {
      evidence.push_back(signs.front());
      signals += static_cast<int>(signs.size());
    }
    facts.say("fit", "foreign-country", evidence).signals = signals;
  }
}

Facts measure(const Site& site, const Presence& presence) {
  const std::string host = site.host();
  if (!registrable_domain(host) && public_suffix(host).find('.') == std::string::npos) {
    return all_not_applicable(domain_zone);  // an IP address, or a name of this machine or network
  }
  Facts facts;
  const bool free = is_free_hosting(host);
  facts.say("own_domain", !free, {{site.home_url().href(), "host name", host}});
  if (free) {
    facts.say("zone", "." + public_suffix(host), {{site.home_url().href(), "host name", host}});
    facts.not_applicable("fit");  // the zone is the host's choice
  } else {
    say_fit(site, presence, host, facts);
  }
  return facts;
}

}  // namespace

const Check domain_zone{
    "domain-zone",
    {{"own_domain", "", "the address is a domain of the company's own, no tenant's name"},
     {"zone", "", "the last part of the address"},
     {"fit", "", "served-country, commercial, sector, generic or foreign-country"}},
    measure};

}  // namespace touchstone::checks
