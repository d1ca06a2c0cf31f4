#include <algorithm>
#include <set>

#include "checks/absence.h"
#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/rich_media.h"
#include "checks/unseen.h"
#include "checks/vendors.h"

namespace touchstone::checks {

extern const Check content_longevity;

namespace {

constexpr std::size_t enough = 20;

// What pages embed from such a place and nobody finds there any more.
void say_gone(Facts& facts, const Site& site) {
  std::set<std::string> known;
  std::vector<Evidence> evidence;
  for (const Page* page : site.sample()) {
    for (const Resource& resource : page->resources()) {
      if (resource.kind != Resource::Kind::frame || !known.insert(resource.url.href()).second) {
        continue;
      }
      const Visit* visit = site.visit_of(resource.url);
      if (!visit || !leads_nowhere(visit->fetch) || vendor_of(resource.url, "platforms").empty()) {
        continue;
      }
      evidence.push_back({page->url().href(), resource.element.path(), resource.url.href()});
      if (evidence.size() == enough) break;
    }
  }
  const auto count = evidence.size();
  facts.say("gone", count, std::move(evidence));
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(content_longevity, *why);
  std::set<std::string> platforms;
  std::vector<Evidence> evidence;
  for (const auto& signs : {vendors_on(site, "platforms"), vendors_linked_on(site, "platforms")}) {
    for (const VendorSign& sign : signs) {
      if (platforms.insert(sign.vendor).second) evidence.push_back(sign.evidence);
    }
  }
  if (platforms.empty()) {
    if (const auto why = site_absence_unproven_because(site)) {
      return all_unknown(content_longevity, *why);
    }
    Facts facts = all_not_applicable(content_longevity);
    facts.say("present", false);
    return facts;
  }
  Facts facts;
  facts.say("present", true, evidence);
  facts.say("platforms", platforms.size(), std::move(evidence));
  const auto& sample = site.sample();
  facts.say("own_film", std::any_of(sample.begin(), sample.end(), [](const Page* page) {
              return page->document() && rich_media_of(*page).own_films > 0;
            }));
  say_gone(facts, site);
  return facts;
}

}  // namespace

const Check content_longevity{
    "content-longevity",
    {{"present", "", "pages show or link films, slides or podcasts on a platform for them"},
     {"platforms", "", "how many platforms"},
     {"own_film", "", "a page plays a film of its own too"},
     {"gone", "", "embedded ones that are not there any more"}},
    measure};

}  // namespace touchstone::checks
