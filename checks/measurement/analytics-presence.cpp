#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <set>

#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/sample_share.h"
#include "checks/unseen.h"
#include "checks/vendors.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check analytics_presence;

namespace {

// Universal Analytics stopped counting on 1 July 2023.
bool is_dead(const VendorSign& sign) {
  return sign.vendor == "universal-analytics";
}

// A manager may bring a counter or not: what it brings is set elsewhere.
bool is_manager(const VendorSign& sign) {
  return sign.vendor == "google-tag-manager";
}

bool counts(const VendorSign& sign) {
  return !is_dead(sign) && !is_manager(sign);
}

// The same counter set up twice on one page counts every visit twice.
std::optional<Evidence> doubled_on(const Page& page) {
  static const RE2 set_up(
      R"re(\bym\(\s*(\d{4,12})\s*,\s*['"]init|\bgtag\(\s*['"]config['"]\s*,\s*['"](G-[A-Z0-9]{4,20})['"])re"
      R"re(|['"]dataLayer['"]\s*,\s*['"](GTM-[A-Z0-9]{4,20})['"])re");
  constexpr int most = 100;
  std::set<std::string> known;
  for (const Element& script : page.document()->find("//script[not(@src)]")) {
    const std::string code = script.text();
    re2::StringPiece rest(code);
    std::string yandex, google, manager;
    for (int i = 0; i < most && RE2::FindAndConsume(&rest, set_up, &yandex, &google, &manager);
         ++i) {
      const std::string id = yandex + google + manager;
      if (!known.insert(id).second) return Evidence{page.url().href(), script.path(), id};
    }
  }
  return std::nullopt;
}

void say_coverage(Facts& facts, const Site& site) {
  SampleShare share;
  std::optional<Evidence> doubled;
  for (const Page* page : site.sample()) {
    if (!page->document()) continue;
    const auto signs = vendors_on(*page, "analytics");
    share.see(*page, std::any_of(signs.begin(), signs.end(), counts));
    if (!doubled) doubled = doubled_on(*page);
  }
  share.say(facts, "covered");
  facts.say("doubled", doubled.has_value(),
            doubled ? std::vector{*doubled} : std::vector<Evidence>{});
}

// The counter's own script is there for browsers; a refusal of our request is none of theirs.
void say_tag(Facts& facts, const Site& site) {
  bool seen = false;
  for (const Resource& resource : site.home()->resources()) {
    if (resource.kind != Resource::Kind::script || vendor_of(resource.url, "analytics").empty()) {
      continue;
    }
    const Visit* visit = site.visit_of(resource.url);
    if (!visit || visit->fetch.status() == 0) continue;
    seen = true;
    if (!leads_nowhere(visit->fetch)) continue;
    facts.say("tag_dead", true,
              {{resource.url.href(), "status", std::to_string(visit->fetch.status())}});
    return;
  }
  if (seen) {
    facts.say("tag_dead", false);
  } else {
    facts.unknown("tag_dead", Reason::insufficient_evidence);
  }
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(analytics_presence, *why);
  const auto signs = vendors_on(site, "analytics");
  if (signs.empty()) {
    if (const auto why = absence_unproven_because(*site.home())) {
      return all_unknown(analytics_presence, *why);
    }
    Facts facts = all_not_applicable(analytics_presence);
    facts.say("present", false);
    return facts;
  }
  std::vector<Evidence> evidence;
  for (const VendorSign& sign : signs) evidence.push_back(sign.evidence);
  const auto systems = std::count_if(signs.begin(), signs.end(), counts);
  Facts facts;
  facts.say("present", true, evidence);
  facts.say("systems", systems, evidence);
  facts.say("manager", std::any_of(signs.begin(), signs.end(), is_manager), evidence);
  say_coverage(facts, site);
  say_tag(facts, site);
  return facts;
}

}  // namespace

const Check analytics_presence{
    "analytics-presence",
    {{"present", "", "a counter of visits or a manager of counters is on a page of the sample"},
     {"systems", "", "counters that still count"},
     {"manager", "", "a manager may bring a counter that is set up elsewhere"},
     {"covered", "%", "pages of the sample that have a counter"},
     {"doubled", "", "the same counter is set up twice on one page"},
     {"tag_dead", "", "the script of a counter is not there"}},
    measure};

}  // namespace touchstone::checks
