#include <re2/re2.h>

#include <algorithm>

#include "checks/check.h"
#include "checks/consent_banner.h"
#include "checks/served_countries.h"
#include "checks/unseen.h"
#include "checks/vendors.h"
#include "site/embedded.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check cookie_consent;

namespace {

bool is_listed(std::string_view path, const std::string& word) {
  const auto list = embedded_list(path);
  return std::find(list.begin(), list.end(), word) != list.end();
}

// The law of Europe asks for consent where visitors of these countries are addressed.
bool addresses_europe(const Site& site, const Presence& presence) {
  const auto asked_for = [](const std::string& country) {
    return is_listed("checks/data/consent-countries.txt", country);
  };
  for (const auto& [country, evidence] : served_countries(site, presence))
    if (asked_for(country)) return true;
  if (!site.recording().known.countries.empty()) return false;
  const std::string host = site.host();
  if (asked_for(country_of_zone(host.substr(host.rfind('.') + 1)))) return true;
  return is_listed("checks/data/consent-languages.txt", site.home()->language());
}

bool is_tracking_cookie(std::string_view name) {
  for (auto known : embedded_list("checks/data/tracker-cookies.txt")) {
    const bool beginning = known.ends_with('*');
    if (beginning) known.remove_suffix(1);
    if (beginning ? name.starts_with(known) : name == known) return true;
  }
  return false;
}

// Those that the very first answers set.
std::vector<Evidence> tracking_cookies(const Page& home) {
  constexpr std::size_t enough = 20;
  std::vector<Evidence> found;
  for (const Hop& hop : home.fetch().hops) {
    for (const auto field : hop.headers.all("set-cookie")) {
      if (is_tracking_cookie(field.substr(0, field.find('='))) && found.size() < enough)
        found.push_back({hop.url.href(), "set-cookie", shorten(field, 100)});
    }
  }
  return found;
}

// Consent platforms that hold scripts back by themselves, and the switch of Google's own scripts.
bool holds_back_by_itself(const Page& home) {
  static const RE2 sign(
      R"re((?i)data-blockingmode\s*=\s*["']?auto|OtAutoBlock\.js|["']consent["']\s*,\s*["']default["'])re");
  return RE2::PartialMatch(home.html(), sign);
}

struct Trackers {
  std::vector<Evidence> active;
  bool held = false;
  int signals = 0;
};

Trackers trackers_on(const Site& site) {
  Trackers trackers{tracking_cookies(*site.home()), false, 0};
  trackers.signals = trackers.active.empty() ? 0 : 1;
  for (const VendorSign& sign : vendors_on(site, "trackers")) {
    if (sign.held) {
      trackers.held = true;
      continue;
    }
    trackers.active.push_back(sign.evidence);
    trackers.signals += sign.pages;
  }
  return trackers;
}

// Some script of the company may build what the page itself does not show.
std::optional<Evidence> built_by_script(const Site& site) {
  const Page& home = *site.home();
  if (speaks_of_consent_banner(home.html())) return Evidence{home.url().href(), "source", ""};
  for (const Visit* visit : site.visits(Role::resource)) {
    if (visit->fetch.ok() && speaks_of_consent_banner(visit->fetch.body))
      return Evidence{visit->fetch.asked.href(), "source", ""};
  }
  for (const VendorSign& sign : vendors_on(home, "analytics"))
    if (sign.vendor == "google-tag-manager") return sign.evidence;
  return std::nullopt;
}

void say_banner(Facts& facts, const Site& site) {
  const Page& home = *site.home();
  if (const auto banner = consent_banner_on(home)) {
    facts.say("asks", true, {banner->evidence});
    facts.say("reject", banner->reject.has_value(), {banner->reject.value_or(banner->evidence)})
        .signals = 1;
    const int ticked = static_cast<int>(banner->ticked.size());
    facts.say("ticked", ticked, banner->ticked);
    return;
  }
  std::optional<Evidence> sign;
  const auto vendors = vendors_on(home, "consent");
  if (!vendors.empty()) sign = vendors.front().evidence;
  if (!sign) sign = built_by_script(site);
  const auto hidden = absence_unproven_because(home);
  if (sign) {
    facts.say("asks", true, {*sign});
  } else if (hidden) {
    facts.unknown("asks", *hidden);
  } else {
    facts.say("asks", false);
    return;  // there is nothing to reject or to tick
  }
  for (const char* name : {"reject", "ticked"}) facts.unknown(name, Reason::js_rendered);
}

Facts measure(const Site& site, const Presence& presence) {
  if (const auto why = home_closed_because(site)) return all_unknown(cookie_consent, *why);
  Facts facts = all_not_applicable(cookie_consent);
  if (!addresses_europe(site, presence)) return facts;
  const Trackers trackers = trackers_on(site);
  const auto hidden = absence_unproven_because(*site.home());
  const int active = static_cast<int>(trackers.active.size());
  if (active == 0 && hidden) {
    facts.unknown("trackers", *hidden);
  } else {
    facts.say("trackers", active, trackers.active).signals = std::max(trackers.signals, 1);
  }
  facts.say("held_back", trackers.held || holds_back_by_itself(*site.home()));
  say_banner(facts, site);
  return facts;
}

}  // namespace

const Check cookie_consent{
    "cookie-consent",
    {{"trackers", "", "services and cookies that follow visitors from the first moment"},
     {"held_back", "", "scripts are marked to wait for consent"},
     {"asks", "", "the page, a platform or a script asks for consent"},
     {"reject", "", "one can refuse at once"},
     {"ticked", "", "optional boxes that are ticked beforehand"}},
    measure};

}  // namespace touchstone::checks
