#include <algorithm>
#include <array>

#include "checks/canonical.h"
#include "checks/check.h"
#include "checks/unseen.h"
#include "site/media_type.h"
#include "site/page_class.h"
#include "site/robots.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check indexability;

namespace {

constexpr std::size_t kMostEvidence = 20;
constexpr std::array robots_of_engines{"*", "Googlebot", "YandexBot", "Bingbot"};

bool speaks_to_engines(const std::string& folded_agent) {
  return folded_agent.empty() || folded_agent == "robots" || folded_agent == "*" ||
         folded_agent == "googlebot" || folded_agent == "bingbot" || folded_agent == "yandex" ||
         folded_agent == "yandexbot";
}

// "noindex, follow", and with the name of a robot before: "googlebot: noindex".
bool forbids_index(std::string_view value) {
  std::string rules = fold(value.substr(0, 2'000)), agent;
  std::size_t from = 0;
  while (from <= rules.size()) {
    const auto end = std::min(rules.find(',', from), rules.size());
    std::string rule = collapse_spaces(rules.substr(from, end - from));
    from = end + 1;
    if (const auto colon = rule.find(':'); colon != rule.npos) {
      const std::string name = collapse_spaces(rule.substr(0, colon));
      if (name == "unavailable_after" || name.starts_with("max-")) continue;
      agent = name;
      rule = collapse_spaces(rule.substr(colon + 1));
    }
    if ((rule == "noindex" || rule == "none") && speaks_to_engines(agent)) return true;
  }
  return false;
}

// Where a page asks engines to leave it out; absent when it does not.
std::optional<Evidence> noindex_of(const Page& page) {
  for (const auto value : page.fetch().headers().all("x-robots-tag")) {
    if (forbids_index(value)) {
      return Evidence{page.url().href(), "x-robots-tag", shorten(value, 200)};
    }
  }
  if (!page.document()) return std::nullopt;
  for (const Element& meta : page.document()->find("//meta[@name and @content]")) {
    const std::string name = collapse_spaces(fold(*meta.attribute("name")));
    const std::string content = *meta.attribute("content");
    if (name.empty() || !speaks_to_engines(name) || !forbids_index(content)) continue;
    return Evidence{page.url().href(), meta.path(), shorten(content, 200)};
  }
  return std::nullopt;
}

// The rules of the company's host, or why nobody knows them.
struct RobotRules {
  std::optional<Robots> rules;
  Reason why = Reason::no_source;
  std::string url;

  // The robot that is kept out; absent when all may come.
  std::optional<Evidence> closed_to(const Url& page) const {
    if (!rules || page.path() == "/robots.txt") return std::nullopt;
    for (const char* robot : robots_of_engines) {
      if (!rules->allows(robot, page)) return Evidence{url, "robots.txt", robot};
    }
    return std::nullopt;
  }
};

RobotRules rules_of(const Site& site) {
  RobotRules result;
  const Visit* visit = site.visit_of(site.home_url().with_path("/robots.txt"));
  if (!visit) visit = site.visit(Role::robots);
  if (!visit) {
    if (site.recording().foreign) result.why = Reason::not_captured;
    return result;
  }
  const Fetch& fetch = visit->fetch;
  result.url = fetch.answered().href();
  const auto unread = unreadable_because(fetch);
  if (unread || fetch.fault || fetch.status() >= 500) {
    result.why = unread.value_or(Reason::robots_unreachable);
  } else {
    result.rules = Robots::parse(fetch.ok() ? fetch.body : "");
  }
  return result;
}

void say_home(Facts& facts, const Page& home, const RobotRules& robots) {
  const auto noindex = noindex_of(home);
  facts.say("home_noindex", noindex.has_value(),
            noindex ? std::vector{*noindex}
                    : std::vector{Evidence{home.url().href(), "//meta[@name='robots']", ""}});
  if (!robots.rules) {
    facts.unknown("home_disallowed", robots.why);
    return;
  }
  const auto closed = robots.closed_to(home.url());
  facts.say("home_disallowed", closed.has_value(),
            {closed.value_or(Evidence{robots.url, "robots.txt", ""})});
}

// What keeps engines from the page of a class: one that was read, or one that a link of the home
// page promises while robots.txt closes it.
struct ClassBarrier {
  bool exists = false;
  std::optional<Evidence> barrier;
};

ClassBarrier barrier_of(const Site& site, const RobotRules& robots, std::string_view page_class) {
  constexpr std::size_t most_links = 300;
  constexpr int promise = 5;
  if (const Page* page = page_of_class(site, page_class)) {
    const auto noindex = noindex_of(*page);
    return {true, noindex ? noindex : robots.closed_to(page->url())};
  }
  if (!robots.rules) return {};
  const Page& home = *site.home();
  std::size_t looked = 0;
  for (const Link& link : home.links()) {
    if (++looked > most_links) break;
    if (!link.url || link.url->authority() != site.home_url().authority()) continue;
    if (!robots.closed_to(*link.url)) continue;
    if (link_score(link, page_class, home.language()) < promise) continue;
    return {true, Evidence{link.url->href(), "robots.txt", shorten(link.name(), 100)}};
  }
  return {};
}

void say_class_pages(Facts& facts, const Site& site, const RobotRules& robots) {
  struct Kind {
    const char* fact;
    std::vector<std::string_view> classes;
  };
  bool any = false;
  for (const auto& [fact, classes] : {Kind{"closed_key_pages", {"contact", "prices"}},
                                      Kind{"closed_other_pages", {"about", "blog"}}}) {
    std::vector<Evidence> closed;
    for (const auto page_class : classes) {
      auto [exists, barrier] = barrier_of(site, robots, page_class);
      any = any || exists;
      if (barrier) closed.push_back(std::move(*barrier));
    }
    const auto count = closed.size();
    facts.say(fact, count, std::move(closed));
  }
  if (any) return;
  facts.not_applicable("closed_key_pages");
  facts.not_applicable("closed_other_pages");
}

// It leads to another company, to no address, or to what answered otherwise than 200.
bool leads_astray(const Site& site, const Canonical& canonical) {
  if (!canonical.url || !site.is_own(*canonical.url)) return true;
  const Visit* visit = site.visit_of(canonical.url->without_fragment());
  if (!visit || unreadable_because(visit->fetch)) return false;
  const Fetch& fetch = visit->fetch;
  return fetch.status() != 200 || fetch.hops.front().status != 200;
}

void say_canonicals(Facts& facts, const Site& site) {
  int pages = 0, missing = 0, declared = 0, astray = 0;
  std::vector<Evidence> evidence;
  for (const Page* page : site.sample()) {
    if (absence_unproven_because(*page)) continue;
    ++pages;
    const auto canonical = canonical_on(*page);
    if (!canonical) {
      ++missing;
      continue;
    }
    ++declared;
    // A page that was met under its own canonical address needs no second look.
    if (canonical->url && canonical->url->without_fragment() == page->url()) continue;
    if (!leads_astray(site, *canonical)) continue;
    ++astray;
    if (evidence.size() < kMostEvidence) evidence.push_back(canonical->evidence);
  }
  if (pages == 0) {
    facts.unknown("astray", Reason::insufficient_evidence);
    facts.unknown("without_canonical", Reason::insufficient_evidence);
    return;
  }
  facts.say("astray", declared == 0 ? 0 : 100 * astray / declared, std::move(evidence));
  facts.say("without_canonical", 100 * missing / pages,
            {{site.home_url().href(), "//link[@rel='canonical']", ""}});
}

Facts measure(const Site& site, const Presence&) {
  if (site.recording().known.closed_to_search) return all_not_applicable(indexability);
  if (const auto why = home_closed_because(site)) return all_unknown(indexability, *why);
  const RobotRules robots = rules_of(site);
  Facts facts;
  say_home(facts, *site.home(), robots);
  say_class_pages(facts, site, robots);
  say_canonicals(facts, site);
  return facts;
}

}  // namespace

const Check indexability{
    "indexability",
    {{"home_noindex", "", "the home page asks search engines to leave it out"},
     {"home_disallowed", "", "robots.txt keeps search engines from the home page"},
     {"closed_key_pages", "", "contact and price pages that search engines may not show"},
     {"closed_other_pages", "", "about and news pages that search engines may not show"},
     {"astray", "%", "canonical links that lead to another company or to no page"},
     {"without_canonical", "%", "pages of the sample without a canonical link"}},
    measure};

}  // namespace touchstone::checks
