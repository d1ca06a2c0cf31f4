#include <algorithm>

#include "checks/check.h"
#include "checks/company_name.h"
#include "checks/unseen.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check domain_variants;

namespace {

constexpr std::size_t kLivePage = 600;  // bytes of text; a parked page has less to say
constexpr std::size_t kShortestName = 4;

// A page of somebody else that calls itself as the company does.
bool takes_the_name(const Page& page, const std::vector<CompanyName>& brands) {
  if (!page.fetch().ok() || page.trust() == Trust::none || page.text().size() < kLivePage)
    return false;
  const std::string title = fold(page.title());
  return std::any_of(brands.begin(), brands.end(), [&](const CompanyName& brand) {
    return letter_count(brand.name) >= kShortestName && contains_phrase(title, fold(brand.name));
  });
}

// Nobody has the name, or what stands there was seen.
bool is_decided(const Fetch& fetch) {
  return !fetch.fault || fetch.fault->kind == FaultKind::name_not_found ||
         fetch.fault->kind == FaultKind::no_address || fetch.fault->kind == FaultKind::refused;
}

// The names are asked for only where the user wants it.
Facts measure(const Site& site, const Presence&) {
  const auto twins = site.visits(Role::twin);
  if (twins.empty()) return all_not_applicable(domain_variants);
  if (const auto why = home_closed_because(site)) return all_unknown(domain_variants, *why);
  const auto brands = company_names(site);
  std::vector<Evidence> ours, strangers;
  bool decided = false;
  for (const Visit* twin : twins) {
    const Fetch& fetch = twin->fetch;
    decided = decided || is_decided(fetch);
    if (fetch.fault) continue;
    if (site.is_own(fetch.answered())) {
      ours.push_back({fetch.asked.href(), "redirect", fetch.answered().href()});
      continue;
    }
    const auto page = Page::read(fetch);
    if (page && takes_the_name(*page, brands))
      strangers.push_back({fetch.answered().href(), "title", shorten(page->title(), 100)});
  }
  if (!decided)
    return all_unknown(domain_variants,
                       unreadable_because(twins.front()->fetch).value_or(Reason::no_source));
  Facts facts;
  // Both the name and where it leads speak for whose it is.
  facts.say("ours", ours.size(), ours).signals = 2;
  facts.say("strangers", strangers.size(), strangers);
  return facts;
}

}  // namespace

const Check domain_variants{
    "domain-variants",
    {{"ours", "", "look-alikes of the domain that lead to the site"},
     {"strangers", "",
      "look-alikes where somebody else's site has the company's name in its title"}},
    measure};

}  // namespace touchstone::checks
