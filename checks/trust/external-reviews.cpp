#include <set>

#include "checks/absence.h"
#include "checks/check.h"
#include "checks/rating.h"
#include "checks/unseen.h"
#include "checks/vendors.h"

namespace touchstone::checks {

extern const Check external_reviews;

namespace {

constexpr std::size_t kMostEvidence = 20;

// The platforms that the pages link to, show a widget of, or name as the company's own.
void say_platforms(Facts& facts, const Site& site, const std::vector<DescribedPage>& described) {
  std::set<std::string> platforms;
  std::vector<Evidence> evidence;
  const auto add = [&](const std::string& platform, const Evidence& place) {
    if (platforms.insert(platform).second && evidence.size() < kMostEvidence) {
      evidence.push_back(place);
    }
  };
  for (const VendorSign& sign : vendors_linked_on(site, "reviews")) add(sign.vendor, sign.evidence);
  for (const VendorSign& sign : vendors_on(site, "reviews")) add(sign.vendor, sign.evidence);
  for (const DescribedPage& page : described) {
    for (const Thing& thing : page.data.things) {
      for (const auto& [property, value] : thing.texts) {
        const auto url = property == "sameAs" ? Url::parse(value) : std::nullopt;
        const std::string platform = url ? vendor_of(*url, "reviews") : std::string();
        if (!platform.empty()) add(platform, CompanyThing{&page, &thing}.evidence("sameAs"));
      }
    }
  }
  const auto unproven = site_absence_unproven_because(site);
  if (platforms.empty() && unproven) {
    facts.unknown("platforms", *unproven);
  } else {
    const auto count = platforms.size();
    facts.say("platforms", count, std::move(evidence));
  }
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(external_reviews, *why);
  const auto described = described_pages(site);
  Facts facts;
  say_rating(facts, stated_rating(described));
  say_platforms(facts, site, described);
  return facts;
}

}  // namespace

const Check external_reviews{
    "external-reviews",
    {{"rating", "%", "the rating that the pages state, of the best that could be given"},
     {"votes", "", "votes that the pages state for it"},
     {"platforms", "", "platforms of reviews that the pages link to or show"}},
    measure};

}  // namespace touchstone::checks
