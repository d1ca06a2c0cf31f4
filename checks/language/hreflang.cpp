#include <algorithm>
#include <set>

#include "checks/check.h"
#include "checks/language_versions.h"
#include "checks/unseen.h"
#include "site/language_tag.h"

namespace touchstone::checks {

extern const Check hreflang;

namespace {

using Versions = std::vector<LanguageVersion>;

bool names(const Versions& versions, const Url& url) {
  return std::any_of(versions.begin(), versions.end(), [&](const LanguageVersion& version) {
    return version.url && version.url->without_fragment() == url.without_fragment();
  });
}

// Google leaves a declaration out that the other page does not return.
void say_mutual(Facts& facts, const Site& site, const Versions& versions) {
  const Page& home = *site.home();
  int seen = 0, unreturned = 0;
  std::optional<Reason> unseen;
  std::vector<Evidence> evidence;
  std::set<std::string> targets;
  for (const LanguageVersion& version : versions) {
    if (!version.url || *version.url == home.url() || !targets.insert(version.url->href()).second)
      continue;
    const Visit* visit = site.visit_of(version.url->without_fragment());
    const Page* page = visit ? site.page(*visit) : nullptr;
    if (!visit) {
      unseen = site.recording().foreign ? Reason::not_captured : Reason::budget_exhausted;
    } else if (const auto why = unreadable_because(visit->fetch)) {
      unseen = why;
    } else if (page == &home) {
      continue;  // an address that leads back here
    } else {
      ++seen;
      if (page && visit->fetch.ok() && names(declared_versions(*page), home.url())) continue;
      ++unreturned;
      evidence.push_back(version.evidence);
    }
  }
  if (seen > 0) {
    facts.say("unreturned", 100 * unreturned / seen, std::move(evidence));
  } else if (unseen) {
    facts.unknown("unreturned", *unseen);
  } else {
    facts.not_applicable("unreturned");
  }
}

void say_codes(Facts& facts, const Page& home, const Versions& versions) {
  std::vector<Evidence> bad;
  for (const LanguageVersion& version : versions) {
    if (!version.is_default() && !read_language_tag(version.tag).valid()) {
      bad.push_back(version.evidence);
    }
  }
  facts.say("bad_codes", bad.size(), bad);
  facts.say("names_itself", names(versions, home.url()));
  facts.say("default", std::any_of(versions.begin(), versions.end(),
                                   [](const LanguageVersion& v) { return v.is_default(); }));
}

// A sitemap may say it in the place of the pages.
bool stands_in_sitemap(const Site& site) {
  const auto sitemaps = site.visits(Role::sitemap);
  return std::any_of(sitemaps.begin(), sitemaps.end(), [](const Visit* visit) {
    return visit->fetch.body.find("hreflang=") != std::string::npos;
  });
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(hreflang, *why);
  const Versions versions = declared_versions(*site.home());
  if (versions.empty() && stands_in_sitemap(site)) {
    return all_unknown(hreflang, Reason::insufficient_evidence);
  }
  const auto languages = served_languages(site);
  const auto unproven = absence_unproven_because(*site.home());
  if (versions.empty() && unproven) return all_unknown(hreflang, *unproven);
  Facts facts = all_not_applicable(hreflang);
  facts.say("present", !versions.empty());
  facts.say("languages", languages.size());
  if (versions.empty()) return facts;
  say_mutual(facts, site, versions);
  say_codes(facts, *site.home(), versions);
  return facts;
}

}  // namespace

const Check hreflang{
    "hreflang",
    {{"present", "", "the home page declares its versions in other languages"},
     {"languages", "", "languages that the site is offered in"},
     {"unreturned", "%", "declared versions that do not declare the home page in their turn"},
     {"bad_codes", "", "declared languages or countries that do not exist"},
     {"names_itself", "", "the home page stands in its own list"},
     {"default", "", "a version is named for everybody else (x-default)"}},
    measure};

}  // namespace touchstone::checks
