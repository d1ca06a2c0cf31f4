#include <algorithm>

#include "checks/check.h"
#include "checks/own_names.h"
#include "checks/sample_share.h"
#include "checks/unseen.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check brand_consistency;

namespace {

// Names that are the same come together, each with all that are the same as one of it.
std::size_t different(const std::vector<OwnName>& names) {
  std::vector<std::vector<std::string>> groups;
  for (const OwnName& own : names) {
    std::vector<std::string> joined{own.name};
    std::erase_if(groups, [&](const std::vector<std::string>& group) {
      const bool same = std::any_of(group.begin(), group.end(), [&](const std::string& one) {
        return is_same_name(one, own.name);
      });
      if (same) joined.insert(joined.end(), group.begin(), group.end());
      return same;
    });
    groups.push_back(std::move(joined));
  }
  return groups.size();
}

void say_names(Facts& facts, const std::vector<OwnName>& names) {
  constexpr std::size_t needed = 2;
  std::vector<Evidence> evidence;
  for (const OwnName& own : names) evidence.push_back(own.evidence);
  if (names.size() < needed) {
    facts.unknown("names", Reason::insufficient_evidence, std::move(evidence));
    return;
  }
  const std::size_t groups = different(names);
  facts.say("names", groups, std::move(evidence)).signals = static_cast<int>(groups);
}

void say_logos(Facts& facts, const Site& site, const std::vector<OwnName>& names) {
  SampleShare share;
  bool any = false, silent = false, other = false;
  std::vector<Evidence> evidence;
  for (const Page* page : site.sample()) {
    if (!page->document()) continue;
    const auto logo = header_logo(site, *page);
    const bool leads_home = logo && (logo->linked || page == site.home());
    share.see(*page, leads_home, logo ? logo->element.path() : std::string());
    if (!logo || !logo->linked || !logo->pictured) continue;
    any = true;
    const bool named = std::any_of(names.begin(), names.end(), [&](const OwnName& own) {
      return is_same_name(own.name, logo->name);
    });
    silent = silent || logo->name.empty();
    other = other || (!logo->name.empty() && !named);
    if (!named) {
      evidence.push_back({page->url().href(), logo->element.path(), shorten(logo->name, 100)});
    }
  }
  share.say(facts, "logo");
  if (!any) {
    facts.not_applicable("silent_logo");
    facts.not_applicable("unnamed_logo");
    return;
  }
  facts.say("silent_logo", silent, evidence);
  if (names.empty()) {
    facts.unknown("unnamed_logo", Reason::insufficient_evidence);
  } else {
    facts.say("unnamed_logo", other, evidence);
  }
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(brand_consistency, *why);
  const std::vector<OwnName> names = own_names(site);
  Facts facts;
  say_names(facts, names);
  say_logos(facts, site, names);
  return facts;
}

}  // namespace

const Check brand_consistency{
    "brand-consistency",
    {{"names", "", "different names in title, og:site_name, JSON-LD, manifest, logo and copyright"},
     {"logo", "%", "pages of the sample with a logo in the header that leads home"},
     {"silent_logo", "", "a linked logo has no words for those who cannot see it"},
     {"unnamed_logo", "", "a linked logo has words, but not the company's name"}},
    measure};

}  // namespace touchstone::checks
